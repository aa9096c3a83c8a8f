import {
	clickhouseShape,
	kafkaShape,
	keysShape,
	parseConfig,
	port,
	realClockStands,
	worldShape,
} from '@vigie/kit/config';
import { z } from 'zod';

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...clickhouseShape('loader'),
		...keysShape,
		VIGIE_LOADER_PORT: port(8082),
	})
	.refine(...realClockStands);

/** Config is all the loader reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
