import { parseConfig } from '@vigie/kit/config';
import { runService } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { GatewayConfig } from './config.js';
import { start } from './start.js';

const config = parseConfig(GatewayConfig, process.env);
const logger = createLogger('gateway', config.LOG_LEVEL);

await runService(logger, () => start(config, logger));
