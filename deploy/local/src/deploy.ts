import { createLogger } from '@vigie/kit/logger';
import { readDeployConfig } from './deploy/config.js';
import { runDeploy } from './deploy/run-deploy.js';

const config = readDeployConfig(process.env);
const logger = createLogger('deploy', config.LOG_LEVEL);

try {
	await runDeploy(config, logger, process.argv.includes('--dry-run'));
	// At once: a Kafka consumer that crashes while it is being closed starts itself again, and would keep this process for ever.
	process.exit(0);
} catch (err) {
	logger.fatal({ err }, 'could not deploy');
	// Last, for the person who reads the end of the log.
	process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
	process.exit(1);
}
