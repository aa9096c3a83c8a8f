import { type RegistryRecord, registryKey } from '@vigie/schemas/registry';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { useTopics } from '@vigie/test/engines';
import type { Kafka } from 'kafkajs';
import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { createKafka, createProducer } from '../src/kafka.js';
import { openRegistryView } from '../src/registry-view.js';

const link = (id: string, revoked = false): RegistryRecord => ({
	type: 'link',
	id,
	structure: 'structure-1',
	secretHash: 'a'.repeat(64),
	expiresAt: '2027-01-01T00:00:00Z',
	revoked,
});

interface Written {
	readonly key: string;
	readonly value: string | null;
}

const written = (record: RegistryRecord): Written => ({
	key: registryKey(record),
	value: JSON.stringify(record),
});

/** useRegistry makes a registry of the test's own, and what writes to it: gives the offset of the last message. */
const useRegistry = async () => {
	const { brokers, prefix } = await useTopics();
	const topic = topicsWithPrefix(prefix).registry;
	const lines: string[] = [];
	const logger = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
	const kafka = createKafka({ KAFKA_BROKERS: brokers }, 'test', pino({ level: 'silent' }));
	const producer = createProducer(kafka);
	await producer.connect();
	onTestFinished(() => producer.disconnect());
	const write = async (...messages: Written[]): Promise<bigint> => {
		const [last] = await producer.send({ topic, messages, acks: -1 });
		return BigInt(last?.baseOffset ?? 0) + BigInt(messages.length - 1);
	};
	return { kafka, topic, logger, lines, write };
};

const useView = async ({ kafka, topic, logger }: { kafka: Kafka; topic: string; logger: pino.Logger }) => {
	const view = await openRegistryView(kafka, topic, logger);
	onTestFinished(() => view.close());
	return view;
};

it('an empty registry is read at once', async () => {
	const view = await useView(await useRegistry());

	expect(view.find('link', 'a')).toBeNull();
	expect(view.all('link')).toEqual([]);
});

it('once open, it holds the last state of all that was written before', async () => {
	const registry = await useRegistry();
	await registry.write(written(link('a')), written(link('b')), written(link('a', true)));

	const view = await useView(registry);

	expect(view.find('link', 'a')).toEqual(link('a', true));
	expect(view.find('link', 'b')).toEqual(link('b'));
	expect(view.all('link')).toHaveLength(2);
	expect(view.find('structure', 'a')).toBeNull();
	expect(view.all('structure')).toEqual([]);
});

it('a caller who waits for the offset of its write sees its own write', async () => {
	const registry = await useRegistry();
	const view = await useView(registry);

	for (const revoked of [false, true]) {
		await view.waitFor(await registry.write(written(link('a', revoked))));
		expect(view.find('link', 'a')).toEqual(link('a', revoked));
	}
});

it('a record that is erased is gone', async () => {
	const registry = await useRegistry();
	await registry.write(written(link('a')));
	const view = await useView(registry);

	await view.waitFor(await registry.write({ key: 'link:a', value: null }));

	expect(view.find('link', 'a')).toBeNull();
});

it('two views of two processes each hold everything', async () => {
	const registry = await useRegistry();
	const views = await Promise.all([useView(registry), useView(registry)]);

	const offset = await registry.write(written(link('a')));
	await Promise.all(views.map((view) => view.waitFor(offset)));

	expect(views.map((view) => view.find('link', 'a'))).toEqual([link('a'), link('a')]);
});

it('a record that cannot be read is left out, and said without its content', async () => {
	const registry = await useRegistry();
	const view = await useView(registry);

	const offset = await registry.write(
		{ key: 'link:a', value: '{"nom": "Dupont"' },
		{ key: 'link:b', value: JSON.stringify({ ...link('b'), nom: 'Dupont' }) },
		{ key: 'link:c', value: JSON.stringify(link('another')) },
		written(link('d')),
	);
	await view.waitFor(offset);

	expect(view.all('link')).toEqual([link('d')]);
	expect(registry.lines).toHaveLength(3);
	expect(registry.lines.join('')).not.toContain('Dupont');
});
