import {
	certificateShape,
	clickhouseShape,
	kafkaShape,
	keysShape,
	parseConfig,
	port,
	realClockStands,
	redisShape,
	sessionShape,
	worldShape,
} from '@vigie/kit/config';
import { z } from 'zod';

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...certificateShape,
		...clickhouseShape('loader'),
		...keysShape,
		...redisShape,
		...sessionShape,
		VIGIE_LOADER_PORT: port(8082),
		/** Address of the front door: no other page may make an administrator's browser ask. */
		VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
	})
	.refine(...realClockStands);

/** Config is all the loader reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
