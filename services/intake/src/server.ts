import { parseConfig } from '@vigie/kit/config';
import { runService } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { IntakeConfig } from './config.js';
import { start } from './start.js';

const config = parseConfig(IntakeConfig, process.env);
const logger = createLogger('intake', config.LOG_LEVEL);

await runService(logger, () => start(config, logger));
