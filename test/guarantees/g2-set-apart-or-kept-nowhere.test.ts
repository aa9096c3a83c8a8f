import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { topicNames } from '@vigie/schemas/topics';
import { declare, declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { cleanUp } from '@vigie/test/cleanup';
import { createHistory } from '@vigie/test/history/history';
import { followLog } from '@vigie/test/verify/follow-log';
import type { KafkaMessage } from 'kafkajs';
import { expect, test, vi } from 'vitest';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const kafka = createKafka(
	{ KAFKA_BROKERS: stack.env.KAFKA_BROKERS ?? '' },
	'vigie-test',
	createLogger('test', 'silent'),
);

/** filesWith lists the files of the whole stack (logs of services, the broker's log, both stores) that hold a text. */
const filesWith = (text: string): string[] => {
	try {
		const found = execFileSync('grep', [
			'--recursive',
			'--files-with-matches',
			'--text',
			text,
			stack.dataDir,
		]);
		return found.toString().trim().split('\n');
	} catch {
		// It ends with 1 when it finds nothing.
		return [];
	}
};

test('G2: what cannot be stored is in the dead letters with its bytes, its reason and its origin, and holds nothing back', {
	timeout: 180_000,
}, async () => {
	const letters: KafkaMessage[] = [];
	const follower = await followLog(
		kafka,
		topicNames.deadLetters,
		(messages) => void letters.push(...messages),
	);
	cleanUp(() => follower.close());
	const producer = createProducer(kafka);
	await producer.connect();
	cleanUp(() => producer.disconnect());
	const poison = [
		`{"event":{"id":"${randomUUID()}"`,
		'',
		JSON.stringify({ event: declare({ version: '9-0-0' }) }),
	];

	await producer.send({
		topic: topicNames.events,
		acks: -1,
		messages: poison.map((value) => ({ key: randomUUID(), value, partition: 0 })),
	});
	await sendUntilTold(stack, declareMany(90), history);

	await expectAllStoredOnce(stack, history);
	await vi.waitUntil(() => letters.length >= poison.length, { timeout: 60_000, interval: 100 });
	expect(letters.map(({ value }) => String(value))).toEqual(poison);
	for (const { headers } of letters) {
		expect(String(headers?.reason)).toMatch(/^[a-z_]+$/);
		expect(String(headers?.origin)).toMatch(new RegExp(`^${topicNames.events}/0/\\d+$`));
	}
});

test('G2: what intake refuses is in no file of the stack, though an event that it takes is found there', {
	timeout: 180_000,
}, async () => {
	const [canary, taken] = [`canari-${randomUUID()}`, declare()];
	await sendUntilTold(stack, [taken], history);
	await expectAllStoredOnce(stack, history);

	const refused: number[] = [];
	for (const change of [{ platform: canary }, { [canary]: 1 }, { nom: canary }, { id: canary }]) {
		const response = await fetch(`${stack.url}/v1/events`, {
			method: 'POST',
			headers: { authorization: stack.authorization, 'content-type': 'application/json' },
			body: JSON.stringify({ ...declare(), ...change }),
		});
		refused.push(response.status);
		expect(await response.text()).not.toContain(canary);
	}
	await stack.stop('intake');
	await stack.stop('gateway');

	expect(refused).toEqual([422, 422, 422, 422]);
	expect(filesWith(taken.id).length, 'the search sees what is there').toBeGreaterThan(0);
	expect(filesWith(canary)).toEqual([]);
	await Promise.all([stack.start('intake'), stack.start('gateway')]);
});
