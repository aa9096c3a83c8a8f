import { fileURLToPath } from 'node:url';
import { certificateShape, port, trustShape, worldShape } from '@vigie/kit/config';
import { z } from 'zod';

// The same number of folders up from the sources and from the built files.
const dashboards = fileURLToPath(new URL('../../../dashboards', import.meta.url));

/** GatewayConfig is the environment of the gateway. */
export const GatewayConfig = z.object({
	VIGIE_HOST: worldShape.VIGIE_HOST,
	LOG_LEVEL: worldShape.LOG_LEVEL,
	/** Whom the services behind it are known by, and what it shows itself, at both of its doors. */
	...trustShape,
	...certificateShape,
	VIGIE_PORT: port(8080),
	/** Health and metrics are for the operator: on a port of their own, never at the front door. */
	VIGIE_GATEWAY_HEALTH_PORT: port(8087),
	VIGIE_INTAKE_URL: z.url().default('http://127.0.0.1:8081'),
	VIGIE_API_URL: z.url().default('http://127.0.0.1:8086'),
	VIGIE_REPORTER_URL: z.url().default('http://127.0.0.1:8085'),
	VIGIE_LOADER_URL: z.url().default('http://127.0.0.1:8082'),
	VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
	/** The folder that holds `home`, `alert`, `review`, `trends` and `admin`, each with its built `dist`. */
	VIGIE_DASHBOARDS: z.string().default(dashboards),
});
export type GatewayConfig = z.infer<typeof GatewayConfig>;
