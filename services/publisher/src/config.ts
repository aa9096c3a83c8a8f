import {
	certificateShape,
	clickhouseShape,
	kafkaShape,
	keysShape,
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
		...clickhouseShape('publisher'),
		...redisShape,
		...keysShape,
		VIGIE_PUBLISHER_PORT: port(8084),
		/** Which part of the lattice is published: `pilot` for a deployment of few structures. */
		VIGIE_PROFILE: z.enum(['standard', 'pilot']).default('standard'),
		/** Name of the base of keys; another one when the cell key is lost or leaked. */
		VIGIE_BASE: z
			.string()
			.regex(/^[a-z0-9-]{1,32}$/)
			.default('1'),
	})
	.refine(...realClockStands);

/** Config is all the publisher reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
