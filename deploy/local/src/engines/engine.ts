import type { Ending } from '../processes/child.js';

/** Engine is a running engine: its address as the services' variable wants it, and its process when it is ours. */
export interface Engine {
	readonly name: string;
	/** The value of KAFKA_BROKERS, CLICKHOUSE_URL or REDIS_URL. */
	readonly address: string;
	readonly pid: number;
	/** Resolves when the process is gone. */
	readonly ended: Promise<Ending>;
	stop(): Promise<Ending>;
	kill(): Promise<Ending>;
	lastLines(): string[];
}
