import type { ClickHouseClient } from '@clickhouse/client';
import { createProducer } from '@vigie/kit/kafka';
import { openRegistryView } from '@vigie/kit/registry-view';
import { type RecordOf, registryKey } from '@vigie/schemas/registry';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { z } from 'zod';

export type World = 'demo' | 'real';

/** WorldMixed refuses to put a demonstration into a real stack, or the other way round. */
export class WorldMixed extends Error {
	override name = 'WorldMixed';
	constructor(where: string, found: World, wanted: World) {
		super(`${where} belongs to the world « ${found} », and this is « ${wanted} »: they never mix`);
	}
}

const Stamp = z.array(z.object({ world: z.enum(['demo', 'real']) }));

const readStore = async (client: ClickHouseClient): Promise<World | null> => {
	const result = await client.query({
		query: 'SELECT world FROM state.world ORDER BY since LIMIT 1',
		format: 'JSONEachRow',
	});
	return Stamp.parse(await result.json())[0]?.world ?? null;
};

const readRegistry = async (kafka: Kafka, topic: string, logger: Logger): Promise<World | null> => {
	const view = await openRegistryView(kafka, topic, logger);
	const record = view.find('world', 'world');
	await view.close();
	return record?.world ?? null;
};

const stampRegistry = async (kafka: Kafka, topic: string, record: RecordOf<'world'>): Promise<void> => {
	const producer = createProducer(kafka);
	await producer.connect();
	await producer.send({
		topic,
		acks: -1,
		messages: [{ key: registryKey(record), value: JSON.stringify(record) }],
	});
	await producer.disconnect();
};

/**
 * stampWorld writes which world this stack is, once and for ever, in the registry and in the store; it throws WorldMixed,
 * and writes nothing, when either already belongs to the other one.
 */
export const stampWorld = async (
	world: World,
	stack: { kafka: Kafka; registryTopic: string; client: ClickHouseClient; logger: Logger; now: Date },
): Promise<void> => {
	const inStore = await readStore(stack.client);
	if (inStore !== null && inStore !== world) throw new WorldMixed('the store', inStore, world);
	const inRegistry = await readRegistry(stack.kafka, stack.registryTopic, stack.logger);
	if (inRegistry !== null && inRegistry !== world) throw new WorldMixed('the registry', inRegistry, world);
	const since = stack.now.toISOString();
	if (inStore === null)
		await stack.client.insert({
			table: 'state.world',
			values: [{ world, since }],
			format: 'JSONEachRow',
		});
	if (inRegistry === null)
		await stampRegistry(stack.kafka, stack.registryTopic, { type: 'world', id: 'world', world, since });
};
