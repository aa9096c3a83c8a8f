import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { readRange } from '@vigie/kit/read-range';
import { expect, onTestFinished, test } from 'vitest';

/** useSilentBroker listens, and answers nothing. */
const useSilentBroker = async () => {
	const sockets = new Set<Socket>();
	const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('no port');
	return { brokers: `127.0.0.1:${address.port}`, sockets };
};

test('a broker that brings nothing is given up in time, instead of holding whoever reads for ever', async () => {
	const { brokers, sockets } = await useSilentBroker();
	const kafka = createKafka({ KAFKA_BROKERS: brokers }, 'read-range-test', createLogger('test', 'silent'));
	const range = { topic: 'comments.v1', partition: 0, from: 0n, end: 1n };

	await expect(readRange(kafka, range, async () => undefined, 500)).rejects.toThrow(
		'the broker brought nothing of a range for 500 ms',
	);

	expect(sockets.size).toBeGreaterThan(0);
});
