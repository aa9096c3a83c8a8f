/**
 * nameLocalEngines writes into an environment where the engines of the local stack answer, unless it names others: a command that is
 * given the ports of `npm start` finds what that has started.
 */
export const nameLocalEngines = (env) => {
	env.KAFKA_BROKERS ||= `127.0.0.1:${env.VIGIE_KAFKA_PORT || 19_092}`;
	env.CLICKHOUSE_URL ||= `http://127.0.0.1:${env.VIGIE_CLICKHOUSE_PORT || 18_123}`;
	env.REDIS_URL ||= `redis://127.0.0.1:${env.VIGIE_REDIS_PORT || 16_379}`;
};
