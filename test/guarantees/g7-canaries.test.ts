import { randomBytes, randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { topicNames } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { CompressionTypes } from 'kafkajs';
import { expect, test } from 'vitest';
import { type CanaryRequest, goodAlert, refusedRequests, takenRequests } from './g7-requests.js';
import { filesWith, redisKeysWith, tablesWith, topicsWith } from './g7-search.js';
import { useFragileStack } from './use-fragile-stack.js';

// As talkative as they can be: what is not told then is told at no level.
process.env.LOG_LEVEL = 'trace';
const stack = await useFragileStack();
const logger = createLogger('test', 'silent');
const kafka = createKafka({ KAFKA_BROKERS: stack.env.KAFKA_BROKERS ?? '' }, 'vigie-canaries', logger);
const redis = createQueueRedis({ REDIS_URL: stack.env.REDIS_URL ?? '' }, logger);
cleanUp(async () => redis.disconnect());
const MINUTES_MS = 600_000;

/** Letters only, as a name is, and in the form that codes have, so that nothing stops it before its place. */
const newMarker = (): string =>
	`CANARI${randomBytes(9).toString('hex').toUpperCase().replace(/[0-9]/g, 'Q')}`;

const addressOf = (variable: string): string => `http://127.0.0.1:${stack.env[variable] ?? ''}`;
const doors = () => [
	stack.url,
	addressOf('VIGIE_INTAKE_PORT'),
	addressOf('VIGIE_API_PORT'),
	addressOf('VIGIE_REPORTER_PORT'),
];

/** tell sends requests to one door and gives all that came back: heads and bodies. */
const tell = async (door: string, requests: readonly CanaryRequest[]) => {
	const answers: { status: number; text: string }[] = [];
	for (const { path, init } of requests) {
		const response = await fetch(`${door}${path}`, init).catch(() => null);
		if (!response) continue;
		const head = JSON.stringify([...response.headers]);
		answers.push({ status: response.status, text: head + (await response.text()) });
	}
	return answers;
};

const metricsOf = async (): Promise<string> => {
	const ports = ['INTAKE', 'LOADER', 'DETECTOR', 'PUBLISHER', 'REPORTER', 'API', 'GATEWAY_HEALTH'];
	const pages = await Promise.all(
		ports.map(async (name) => (await fetch(`${addressOf(`VIGIE_${name}_PORT`)}/metrics`)).text()),
	);
	return pages.join('\n');
};

/** everywhere searches what is stored, written or told, for one text. */
const everywhere = async (text: string) => {
	const client = stack.clientOf('migrator');
	const { searched, found } = await tablesWith(client, text);
	expect(searched).toBeGreaterThan(10);
	return {
		tables: found,
		topics: await topicsWith(kafka, text),
		redis: await redisKeysWith(redis, text),
		files: await filesWith(stack.dataDir, text),
		metrics: (await metricsOf()).toUpperCase().includes(text) ? ['/metrics'] : [],
	};
};

test('G7: a marker in every field, header and query of every client is found in no store, log, answer or metric', {
	timeout: MINUTES_MS,
}, async () => {
	const marker = newMarker();
	stack.change('intake', { VIGIE_COMMENTS: 'on' });
	await stack.kill('intake');
	await stack.start('intake');
	const { authorization } = stack;
	const words = { event: randomUUID(), text: `le bouton ${marker.toLowerCase()} reste gris` };
	const kept: CanaryRequest = {
		path: '/v1/comments',
		init: {
			method: 'POST',
			headers: { authorization, 'content-type': 'application/json' },
			body: JSON.stringify(words),
		},
	};

	const answers: { status: number; text: string }[] = [];
	for (const door of doors()) answers.push(...(await tell(door, refusedRequests(marker, authorization))));
	answers.push(...(await tell(stack.url, [...takenRequests(marker, authorization), kept])));
	// Who dies in the middle writes what it had in its hands, if it keeps anything.
	await Promise.all([stack.kill('loader'), stack.kill('intake'), stack.kill('ClickHouse')]);
	answers.push(...(await tell(stack.url, takenRequests(marker, authorization))));
	await stack.start('ClickHouse');
	await Promise.all([stack.start('loader'), stack.start('intake')]);
	answers.push(...(await tell(stack.url, takenRequests(marker, authorization))));

	const count = (status: number): number => answers.filter((answer) => answer.status === status).length;
	expect(count(202), 'taken').toBeGreaterThan(30);
	expect(count(422), 'refused').toBeGreaterThan(150);
	expect(answers.filter(({ status }) => status === 500)).toEqual([]);
	expect(answers.filter(({ text }) => text.toUpperCase().includes(marker)).map(({ text }) => text)).toEqual(
		[],
	);
	expect(await everywhere(marker)).toEqual({ tables: [], topics: [], redis: [], files: [], metrics: [] });
});

test('G7: the search finds a marker that is planted in each place', {
	timeout: MINUTES_MS,
}, async () => {
	const planted = newMarker();
	const producer = createProducer(kafka);
	await producer.connect();
	cleanUp(() => producer.disconnect());

	await producer.send({
		topic: topicNames.deadLetters,
		compression: CompressionTypes.GZIP,
		messages: [{ key: goodAlert().id, value: 'x'.repeat(500), headers: { reason: planted } }],
	});
	await stack.clientOf('migrator').insert({
		table: 'private.ledger',
		values: [
			{
				topic: planted,
				partition: 0,
				firstOffset: 0,
				lastOffset: 0,
				rows: 0,
				dead: 0,
				hour: '2026-11-09 10:00:00',
			},
		],
		format: 'JSONEachRow',
	});
	await redis.hset('planted', 'field', planted);
	await appendFile(join(stack.dataDir, 'planted.log'), `{"msg":"${planted.toLowerCase()}"}\n`);

	const found = await everywhere(planted);

	expect(found.topics).toEqual([topicNames.deadLetters]);
	expect(found.redis).toEqual(['planted']);
	expect(found.tables).toEqual(['private.ledger']);
	expect(found.files).toContain(join(stack.dataDir, 'planted.log'));
});
