import { join } from 'node:path';
import { projectRoot } from '../../bootstrap/data-folder.mjs';
import type { Progress } from '../../bootstrap/steps.mjs';
import { startChild } from '../processes/child.js';
import { asRole } from '../services.js';
import type { StackConfig } from '../stack-config.js';
import type { Passwords } from './passwords.js';

const entry = join(projectRoot, 'deploy/local/dist/deploy.js');

/** startDeploy runs the deploy step as every installation runs it, in a process of its own. */
export const startDeploy = async (
	config: StackConfig,
	env: NodeJS.ProcessEnv,
	passwords: Passwords,
	progress: Progress,
): Promise<void> => {
	// On a server of the person's own, users and roles are made too, by the user they gave.
	const own = config.CLICKHOUSE_URL !== undefined;
	const child = await startChild({
		name: 'deploy',
		command: process.execPath,
		args: ['--enable-source-maps', entry],
		env: own
			? { VIGIE_CLICKHOUSE_GRANTS: 'apply', CLICKHOUSE_USER: 'default', ...env }
			: asRole(env, 'migrator', passwords),
		logFile: join(config.dataDir, 'logs/deploy.log'),
	});
	const { code } = await child.ended;
	if (code !== 0) throw new Error(`the deploy step failed: ${child.lastLines(1).join('')}`);
	progress('topics, migrations, keys, world');
};
