import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { Kafka, logLevel } from 'kafkajs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startKafka } from '../src/engines/kafka.js';
import { findKafka } from '../src/engines/kafka-jars.js';
import { findRedis, startRedis } from '../src/engines/redis.js';
import { freePort } from '../src/ports.js';
import { killLiveChildren } from '../src/processes/child.js';

let folder: string;

beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'vigie-engines-'));
});
afterEach(async () => {
	killLiveChildren();
	await rm(folder, { recursive: true, force: true });
});

const kafkaOf = (address: string): Kafka => new Kafka({ brokers: [address], logLevel: logLevel.NOTHING });

test('what the broker acknowledged is there after it was killed, also on other ports', async () => {
	const program = await findKafka(() => undefined);
	const start = async () =>
		startKafka(
			{ port: await freePort(), controllerPort: await freePort() },
			folder,
			join(folder, 'kafka.log'),
			program,
		);
	const first = await start();
	const producer = kafkaOf(first.address).producer({ allowAutoTopicCreation: false });
	const admin = kafkaOf(first.address).admin();
	await Promise.all([producer.connect(), admin.connect()]);
	await admin.createTopics({ topics: [{ topic: 'kept', numPartitions: 1 }] });
	await producer.send({ topic: 'kept', acks: -1, messages: [{ value: 'one' }, { value: 'two' }] });
	await Promise.all([producer.disconnect(), admin.disconnect()]);

	await first.kill();
	const second = await start();

	const reader = kafkaOf(second.address).admin();
	await reader.connect();
	expect(await reader.fetchTopicOffsets('kept')).toMatchObject([{ high: '2' }]);
	await reader.disconnect();
});

test('what Redis held is there after a stop, and it evicts nothing', async () => {
	const command = await findRedis(() => undefined);
	const start = async () => startRedis(command, await freePort(), folder, join(folder, 'redis.log'));
	const first = await start();
	const writer = new Redis(first.address);
	await writer.set('job', 'due');
	expect(await writer.config('GET', 'maxmemory-policy')).toEqual(['maxmemory-policy', 'noeviction']);
	writer.disconnect();

	expect((await first.stop()).code).toBe(0);
	const reader = new Redis((await start()).address);

	expect(await reader.get('job')).toBe('due');
	reader.disconnect();
});
