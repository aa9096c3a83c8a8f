import { connect } from 'node:net';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { dismissMember } from '@vigie/loader/dismiss-member';
import { cleanUp } from '@vigie/test/cleanup';
import { kafkaBrokers } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test } from 'vitest';
import { useStream } from './fixture.js';

const brokers = await kafkaBrokers();
const WITHIN_MS = 20_000;

test('a member whose connection broke before it could say goodbye is out of its group at once, not after its session', async () => {
	const stream = await useStream();
	const groupId = `${stream.prefix}dismissed`;
	const network = await startTcpProxy(Number(brokers.split(':')[1]));
	cleanUp(() => network.close());
	const far = createKafka({ KAFKA_BROKERS: brokers }, 'far', createLogger('far', 'silent'), {
		socketFactory: ({ onConnect }) => connect({ port: network.port, host: '127.0.0.1' }, onConnect),
	});
	// Nobody would miss it within this test.
	const consumer = far.consumer({ groupId, sessionTimeout: 60_000 });
	const joined = new Promise<string>((resolve) => {
		consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => resolve(payload.memberId));
	});
	await consumer.connect();
	await consumer.subscribe({ topic: `${stream.prefix}events.v1` });
	await consumer.run({ eachMessage: async () => undefined });
	const memberId = await joined;
	const admin = stream.kafka.admin();
	await admin.connect();
	cleanUp(() => admin.disconnect());
	const members = async () =>
		((await admin.describeGroups([groupId])).groups[0]?.members ?? []).map((member) => member.memberId);
	network.cut();
	await consumer.disconnect();
	expect(await members()).toEqual([memberId]);

	expect(await dismissMember({ KAFKA_BROKERS: brokers }, groupId, memberId, WITHIN_MS)).toBe(true);

	expect(await members()).toEqual([]);
	expect(
		await dismissMember({ KAFKA_BROKERS: brokers }, groupId, memberId, WITHIN_MS),
		'again changes nothing',
	).toBe(true);
});

test('a broker that is away is asked until the group would have forgotten by itself, and no longer', async () => {
	expect(await dismissMember({ KAFKA_BROKERS: '127.0.0.1:9' }, 'nobody', 'nobody', 300)).toBe(false);
});
