import { createLogger } from '@vigie/kit/logger';
import { killLiveChildren } from '@vigie/local/processes/child';
import { readStackConfig, type StackConfig } from '@vigie/local/stack-config';
import type { Logger } from 'pino';
import { createSteps, type Steps } from '../../local/bootstrap/steps.mjs';
import { type Options, readOptions } from './options.js';

export interface Command {
	readonly direction: 'to' | 'from';
	readonly help: string;
	readonly run: (given: {
		readonly options: Options;
		readonly config: StackConfig;
		readonly steps: Steps;
		readonly logger: Logger;
	}) => Promise<void>;
}

/** runCommand runs a command line to its end: code 1 and a sentence when it failed; whatever it started is gone. */
export const runCommand = async ({ direction, help, run }: Command): Promise<void> => {
	const steps = createSteps(process.stdout);
	process.on('exit', killLiveChildren);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
	try {
		const options = readOptions(process.argv.slice(2), process.env, direction, help);
		if (options === null) return steps.note(help);
		const config = readStackConfig(process.env, { world: options.world, history: false });
		const logger = createLogger('backup', config.env.LOG_LEVEL ?? 'error');
		await run({ options, config, steps, logger });
	} catch (err) {
		steps.note(`\n${err instanceof Error ? err.message : 'unknown error'}\n`);
		process.exitCode = 1;
	}
	steps.close();
};
