import { createLogger } from '@vigie/kit/logger';
import { consumers, createSilenceWatch } from '@vigie/kit/silence';
import { createLoaderMetrics } from '@vigie/loader/metrics';
import { watchLag } from '@vigie/loader/watch-lag';
import { cleanUp } from '@vigie/test/cleanup';
import type { Kafka } from 'kafkajs';
import { Registry } from 'prom-client';
import { expect, test, vi } from 'vitest';
import { alert, message, useStream } from './fixture.js';

const logger = createLogger('loader-test', 'silent');
const SECOND_MS = 1_000;
const start = Date.parse('2026-11-10T03:00:00Z');

const useWatch = async (kafka: Kafka, topic: string, groupId: string) => {
	let now = start;
	const metrics = new Registry();
	const clock = { now: () => new Date(now) };
	const silence = createSilenceWatch({ kind: 'consumer', measure: consumers, clock, metrics, logger });
	const figures = createLoaderMetrics(metrics, () => now);
	const lag = await watchLag(kafka, [{ topic, groupId }], figures, silence, logger);
	cleanUp(() => lag.close());
	cleanUp(async () => silence.close());
	// A group's first coordinator takes a moment.
	await vi.waitFor(() => lag.measure(), { timeout: 30_000, interval: 100 });
	return {
		/** after measures and checks at a time, in seconds from the start; gives who is quiet. */
		after: async (seconds: number): Promise<readonly string[]> => {
			now = start + seconds * SECOND_MS;
			await lag.measure();
			silence.check();
			return silence.silent();
		},
	};
};

/** reading commits the position of a partition, as a loader that stores does. */
const reading = async (kafka: Kafka, topic: string, groupId: string) => {
	const admin = kafka.admin();
	await admin.connect();
	cleanUp(() => admin.disconnect());
	return (partition: number, offset: string) =>
		admin.setOffsets({ groupId, topic, partitions: [{ partition, offset }] });
};

test('a partition in which events wait and whose position does not move is quiet, and no other is', async () => {
	const { kafka, prefix, send } = await useStream();
	const topic = `${prefix}events.v1`;
	const { after } = await useWatch(kafka, topic, `${prefix}loader-events`);
	await after(0);

	await send([message(alert(), {}, 1)]);

	expect(await after(15)).toEqual([]);
	expect(await after(30)).toEqual([`${topic}/1`]);
});

test('a partition that is read, however slowly, is heard; so is one that is read again after an alarm', async () => {
	const { kafka, prefix, send } = await useStream();
	const [topic, groupId] = [`${prefix}events.v1`, `${prefix}loader-events`];
	const commit = await reading(kafka, topic, groupId);
	const { after } = await useWatch(kafka, topic, groupId);
	await send(Array.from({ length: 9 }, () => message(alert(), {}, 2)));
	await after(0);

	for (const [step, offset] of ['1', '2', '3'].entries()) {
		await commit(2, offset);
		expect(await after(15 * (step + 1))).toEqual([]);
	}
	expect(await after(75)).toEqual([`${topic}/2`]);
	await commit(2, '4');

	expect(await after(90)).toEqual([]);
});
