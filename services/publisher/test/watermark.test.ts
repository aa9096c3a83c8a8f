import { createPublisherMetrics } from '@vigie/publisher/jobs/metrics';
import { type CloseRunner, runClose } from '@vigie/publisher/jobs/run-close';
import { hasLoaded, watermarkOf } from '@vigie/publisher/jobs/watermark';
import { addWeeks, releaseInstant, revisionLimit, weekBounds, weekOf } from '@vigie/schemas/calendar';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useTopics } from '@vigie/test/engines';
import { Kafka, logLevel } from 'kafkajs';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { expect, it } from 'vitest';
import { useSmallWorld } from './small-world.js';

const WEEK = '2026-W45';
/** What is sent must not be older than the log keeps: it would go within seconds. */
const LAST_WEEK = addWeeks(weekOf(new Date()), -1);
const { brokers, prefix } = await useTopics();
const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
const [admin, producer] = [kafka.admin(), kafka.producer()];
await Promise.all([admin.connect(), producer.connect()]);
cleanUp(() => Promise.all([admin.disconnect(), producer.disconnect()]));
const position = {
	admin,
	topic: topicsWithPrefix(prefix).events,
	groupId: `${prefix}loader-events`,
};
const MINUTE_MS = 60_000;
/** send writes a message stamped so many minutes after an instant; intake floors it to the quarter of an hour. */
const send = async (at: Date, minutes: number): Promise<void> => {
	const timestamp = String(at.getTime() + minutes * MINUTE_MS);
	await producer.send({ topic: position.topic, messages: [{ value: '{}', partition: 0, timestamp }] });
};
const commit = async (offset: number): Promise<void> => {
	await admin.setOffsets({
		groupId: position.groupId,
		topic: position.topic,
		partitions: [{ partition: 0, offset: String(offset) }],
	});
};

it('a release waits for every revision that counts in it, and for nothing received after its instant', async () => {
	await send(weekBounds(LAST_WEEK).end, -15);
	await send(revisionLimit(LAST_WEEK), -15);
	await send(releaseInstant(LAST_WEEK), -15);
	await send(releaseInstant(LAST_WEEK), 0);

	const watermark = await watermarkOf(position, LAST_WEEK);

	expect(watermark.get(0)).toBe(3n);
	await commit(2);
	expect(await hasLoaded(position, watermark)).toMatchObject({ loaded: false, partition: 0, committed: '2' });
	await commit(3);
	expect(await hasLoaded(position, watermark)).toEqual({ loaded: true });
});

it('a week that is over stays open until its release is due, for revisions still count: nothing is written before', async () => {
	const world = await useSmallWorld(['a']);
	const runner = (now: Date): CloseRunner => ({
		closing: world.closing,
		position,
		clock: { now: () => now },
		metrics: createPublisherMetrics(new Registry()),
		logger: pino({ level: 'silent' }),
		signal: new AbortController().signal,
	});
	const dueAt = releaseInstant(WEEK);
	const before = new Date(dueAt.getTime() - 1);

	expect(await runClose(runner(before), { week: WEEK })).toEqual({
		outcome: 'not-due',
		week: WEEK,
		dueAt: dueAt.toISOString(),
	});
	expect(await runClose(runner(dueAt), { week: WEEK })).toMatchObject({ outcome: 'released', week: WEEK });
});
