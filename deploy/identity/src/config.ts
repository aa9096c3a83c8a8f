import { parseConfig, port, worldShape } from '@vigie/kit/config';
import { z } from 'zod';

const Config = z
	.object({
		VIGIE_WORLD: worldShape.VIGIE_WORLD,
		LOG_LEVEL: worldShape.LOG_LEVEL,
		VIGIE_OIDC_PORT: port(8088),
		VIGIE_OIDC_CLIENT_ID: z.string().min(1).default('vigie'),
		VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
	})
	.refine(({ VIGIE_WORLD }) => VIGIE_WORLD === 'demo', {
		path: ['VIGIE_WORLD'],
		message: 'people without a password are for a demonstration only',
	});
export type Config = Readonly<z.infer<typeof Config>>;

/** readConfig reads the environment once, or throws a ConfigError naming every bad variable. */
export const readConfig = (env: NodeJS.ProcessEnv): Config => parseConfig(Config, env);
