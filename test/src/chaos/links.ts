import { freePort } from '@vigie/local/ports';
import type { StackConfig } from '@vigie/local/stack-config';
import { startTcpProxy, type TcpProxy } from '../tcp-proxy.js';

/** linkNames are the ways between parts of a stack that can be cut. */
export const linkNames = [
	'sender to gateway',
	'gateway to intake',
	'intake to Kafka',
	'intake to Redis',
	'loader to Kafka',
	'loader to ClickHouse',
] as const;

/** LinkName is one of those ways. */
export type LinkName = (typeof linkNames)[number];

/** Links stand between the parts of one stack. */
export interface Links {
	readonly proxies: Readonly<Record<LinkName, TcpProxy>>;
	/** What the broker must listen on and tell its clients, or they would go round the links. */
	readonly kafka: readonly { readonly listen: number; readonly advertised: number }[];
	close(): Promise<void>;
}

/** openLinks opens every link of a stack that will be started with this configuration. */
export const openLinks = async (config: StackConfig): Promise<Links> => {
	const [forIntake, forLoader] = [await freePort(), await freePort()];
	const proxies = {
		'sender to gateway': await startTcpProxy(config.VIGIE_PORT),
		'gateway to intake': await startTcpProxy(config.VIGIE_INTAKE_PORT),
		'intake to Kafka': await startTcpProxy(forIntake),
		'intake to Redis': await startTcpProxy(config.VIGIE_REDIS_PORT),
		'loader to Kafka': await startTcpProxy(forLoader),
		'loader to ClickHouse': await startTcpProxy(config.VIGIE_CLICKHOUSE_PORT),
	} as const satisfies Record<LinkName, TcpProxy>;
	return {
		proxies,
		kafka: [
			{ listen: forIntake, advertised: proxies['intake to Kafka'].port },
			{ listen: forLoader, advertised: proxies['loader to Kafka'].port },
		],
		close: async () => {
			await Promise.all(Object.values(proxies).map((proxy) => proxy.close()));
		},
	};
};

/** environmentThrough gives what a service must read so that it speaks through the links. */
export const environmentThrough = (service: string, { proxies }: Links): Readonly<Record<string, string>> => {
	const at = (link: LinkName): string => `127.0.0.1:${proxies[link].port}`;
	switch (service) {
		case 'gateway':
			return { VIGIE_INTAKE_URL: `http://${at('gateway to intake')}` };
		case 'intake':
			return { KAFKA_BROKERS: at('intake to Kafka'), REDIS_URL: `redis://${at('intake to Redis')}` };
		case 'loader':
			return { KAFKA_BROKERS: at('loader to Kafka'), CLICKHOUSE_URL: `http://${at('loader to ClickHouse')}` };
		default:
			return {};
	}
};
