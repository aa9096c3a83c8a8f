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
		...clickhouseShape('api'),
		...keysShape,
		VIGIE_API_PORT: port(8086),
		/** Where people find the front door: enrolment links begin with it. */
		VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
		/** Enrolments a minute on one link: a training session of a large team still passes. */
		VIGIE_API_ENROLMENT_LIMIT: z.coerce.number().int().min(1).default(120),
	})
	.refine(...realClockStands);

/** Config is all the api reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
