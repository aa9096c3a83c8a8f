import {
	certificateShape,
	clickhouseShape,
	commentsShape,
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
import { identityShape, isFitIssuer } from './identity/config.js';

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...certificateShape,
		...clickhouseShape('api'),
		...redisShape,
		...keysShape,
		...commentsShape,
		...sessionShape,
		...identityShape,
		VIGIE_API_PORT: port(8086),
		/** Where people find the front door: enrolment links begin with it. */
		VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
		/** Enrolments a minute on one link: a training session of a large team still passes. */
		VIGIE_API_ENROLMENT_LIMIT: z.coerce.number().int().min(1).default(120),
	})
	.refine(...realClockStands)
	.refine((config) => isFitIssuer(config.VIGIE_WORLD, config.VIGIE_OIDC_ISSUER), {
		path: ['VIGIE_OIDC_ISSUER'],
		message: 'must be https',
	});

/** Config is all the api reads from its environment. */
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
