import { freePort } from '@vigie/local/ports';

const portVariables = [
	'VIGIE_PORT',
	'VIGIE_INTAKE_PORT',
	'VIGIE_LOADER_PORT',
	'VIGIE_DETECTOR_PORT',
	'VIGIE_PUBLISHER_PORT',
	'VIGIE_REPORTER_PORT',
	'VIGIE_API_PORT',
	'VIGIE_GATEWAY_HEALTH_PORT',
	'VIGIE_OIDC_PORT',
	'VIGIE_KAFKA_PORT',
	'VIGIE_KAFKA_CONTROLLER_PORT',
	'VIGIE_CLICKHOUSE_PORT',
	'VIGIE_REDIS_PORT',
] as const;

/** freePorts gives a free port for every port variable of a local stack. */
export const freePorts = async (): Promise<Record<string, string>> => {
	const ports: Record<string, string> = {};
	for (const variable of portVariables) ports[variable] = String(await freePort());
	return ports;
};
