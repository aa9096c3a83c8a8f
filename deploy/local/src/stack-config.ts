import { clickhouseShape, parseConfig, port, redisShape, worldShape } from '@vigie/kit/config';
import { z } from 'zod';
import { dataFolderOf } from '../bootstrap/data-folder.mjs';

const StackEnvironment = z.object({
	...worldShape,
	VIGIE_PORT: port(8080),
	VIGIE_INTAKE_PORT: port(8081),
	VIGIE_LOADER_PORT: port(8082),
	VIGIE_DETECTOR_PORT: port(8083),
	VIGIE_PUBLISHER_PORT: port(8084),
	VIGIE_REPORTER_PORT: port(8085),
	VIGIE_API_PORT: port(8086),
	VIGIE_GATEWAY_HEALTH_PORT: port(8087),
	VIGIE_OIDC_PORT: port(8088),
	VIGIE_KAFKA_PORT: port(19_092),
	VIGIE_KAFKA_CONTROLLER_PORT: port(19_093),
	VIGIE_CLICKHOUSE_PORT: port(18_123),
	VIGIE_REDIS_PORT: port(16_379),
	/** Engines of the person's own: used as they are, neither started nor stopped. */
	KAFKA_BROKERS: z.string().optional(),
	CLICKHOUSE_URL: clickhouseShape('migrator').CLICKHOUSE_URL.unwrap().optional(),
	REDIS_URL: redisShape.REDIS_URL.unwrap().optional(),
});

/** StackConfig is what a local stack is started with. */
export type StackConfig = Readonly<z.infer<typeof StackEnvironment>> & {
	readonly dataDir: string;
	/** Load the demonstration's two years when the store is empty. */
	readonly history: boolean;
	/** The environment that services inherit. */
	readonly env: NodeJS.ProcessEnv;
};

/** StackOptions are the choices of a command line, stronger than the environment. */
export interface StackOptions {
	readonly world: 'demo' | 'real';
	readonly history: boolean;
	readonly port?: number;
}

/** readStackConfig reads the environment of a local stack, or throws naming every variable that is wrong. */
export const readStackConfig = (env: NodeJS.ProcessEnv, options: StackOptions): StackConfig => {
	const chosen = {
		...env,
		VIGIE_WORLD: options.world,
		...(options.port && { VIGIE_PORT: String(options.port) }),
	};
	return {
		...parseConfig(StackEnvironment, chosen),
		dataDir: dataFolderOf(options.world, env),
		history: options.history && options.world === 'demo',
		env,
	};
};

/** portsToOpen gives, by variable, the ports that this stack will listen on: not those of engines it does not start. */
export const portsToOpen = (config: StackConfig): Readonly<Record<string, number>> => ({
	VIGIE_PORT: config.VIGIE_PORT,
	VIGIE_INTAKE_PORT: config.VIGIE_INTAKE_PORT,
	VIGIE_LOADER_PORT: config.VIGIE_LOADER_PORT,
	VIGIE_DETECTOR_PORT: config.VIGIE_DETECTOR_PORT,
	VIGIE_PUBLISHER_PORT: config.VIGIE_PUBLISHER_PORT,
	VIGIE_REPORTER_PORT: config.VIGIE_REPORTER_PORT,
	VIGIE_API_PORT: config.VIGIE_API_PORT,
	VIGIE_GATEWAY_HEALTH_PORT: config.VIGIE_GATEWAY_HEALTH_PORT,
	...(config.VIGIE_WORLD === 'demo' && { VIGIE_OIDC_PORT: config.VIGIE_OIDC_PORT }),
	...(config.KAFKA_BROKERS === undefined && {
		VIGIE_KAFKA_PORT: config.VIGIE_KAFKA_PORT,
		VIGIE_KAFKA_CONTROLLER_PORT: config.VIGIE_KAFKA_CONTROLLER_PORT,
	}),
	...(config.CLICKHOUSE_URL === undefined && { VIGIE_CLICKHOUSE_PORT: config.VIGIE_CLICKHOUSE_PORT }),
	...(config.REDIS_URL === undefined && { VIGIE_REDIS_PORT: config.VIGIE_REDIS_PORT }),
});
