import {
	certificateShape,
	clickhouseShape,
	kafkaShape,
	parseConfig,
	port,
	realClockStands,
	redisShape,
	worldShape,
} from '@vigie/kit/config';
import { z } from 'zod';

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...certificateShape,
		...clickhouseShape('detector'),
		...redisShape,
		VIGIE_DETECTOR_PORT: port(8083),
	})
	.refine(...realClockStands);

/** Config is all the detector reads from its environment; it holds no key. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
