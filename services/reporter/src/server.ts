import { runService } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { readConfig } from './config.js';
import { start } from './start.js';

const config = readConfig(process.env);
const logger = createLogger('reporter', config.LOG_LEVEL);

await runService(logger, () => start(config, logger));
