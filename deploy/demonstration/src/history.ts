import { parseConfig } from '@vigie/kit/config';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { createQueueRedis } from '@vigie/kit/redis';
import { openCloseQueue } from '@vigie/publisher/enqueue-close';
import { addWeeks, weekBounds } from '@vigie/schemas/calendar';
import { ReleaseList } from '@vigie/schemas/http';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { z } from 'zod';
import { getJson, openAdminClient } from './admin-client.js';
import { HistoryConfig } from './history-config.js';
import { importWeek } from './import-week.js';
import { registryRecordsOf } from './registry-records.js';
import { repairAnswers } from './repair-answers.js';
import { generateWeek } from './week.js';
import { createWorld } from './world.js';

/** Weeks that may wait for their closing: enough to keep loader and publisher busy, few enough to keep memory flat. */
const WEEKS_AHEAD = 6;

const say = (done: number, total: number): void => {
	process.stdout.write(`${JSON.stringify({ done, total })}\n`);
};

/** worldOf makes the demonstration again as it was first loaded: its end is known from the first release. */
const worldOf = (config: HistoryConfig, now: Date, released: readonly string[]) => {
	const history = config.VIGIE_DEMO_WEEKS;
	const first = [...released].sort()[0];
	const end = first === undefined ? now : weekBounds(addWeeks(first, history)).start;
	return createWorld({ seed: config.VIGIE_DEMO_SEED, now: end, history });
};

const run = async (): Promise<void> => {
	const config = parseConfig(HistoryConfig, process.env);
	const logger = createLogger('history', config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL);
	const { releases } = await getJson(config.VIGIE_API_URL, '/v1/releases', ReleaseList);
	const released = new Set(releases.filter(({ level }) => level === 'week').map(({ release }) => release));
	const now = new Date(Date.now() + config.VIGIE_CLOCK_OFFSET_MS);
	const world = worldOf(config, now, [...released]);
	const closed = world.weeks.slice(0, -1);
	const missing = closed.filter((week) => !released.has(week));
	say(closed.length - missing.length, closed.length);
	if (missing.length === 0) return;

	const admin = await openAdminClient(config.VIGIE_API_URL, config.VIGIE_KEYS);
	await admin.post('/admin/registry/import', registryRecordsOf(world), z.unknown());
	const keys = openKeys(config.VIGIE_KEYS, keySourceOf(config));
	const topic = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX).events;
	const kafka = createKafka(config, 'vigie-history', logger);
	const producer = createProducer(kafka);
	const offsets = kafka.admin();
	const redis = createQueueRedis(config, logger);
	const queue = openCloseQueue({ connection: redis, prefix: config.VIGIE_TOPIC_PREFIX });
	await Promise.all([producer.connect(), offsets.connect()]);

	const watermark = async (): Promise<Record<string, string>> =>
		Object.fromEntries(
			(await offsets.fetchTopicOffsets(topic)).map(({ partition, high }) => [String(partition), high]),
		);

	let done = closed.length - missing.length;
	const closing: Promise<void>[] = [];
	for (const week of missing) {
		const index = world.weeks.indexOf(week);
		const deliveries = [...generateWeek(world, index), ...repairAnswers(world, index)];
		await importWeek(producer, topic, deliveries, await keys.ensure(`weeks/${week}`));
		const released = queue.close({ week, watermark: await watermark() }).then(({ outcome }) => {
			if (outcome !== 'released') throw new Error(`${week} could not be closed: ${outcome}`);
			done += 1;
			say(done, closed.length);
		});
		// It is awaited below, in its turn; until then a failure must not count as unhandled.
		released.catch(() => undefined);
		closing.push(released);
		if (closing.length >= WEEKS_AHEAD) await closing.shift();
	}
	// The week that is not over yet: what was received so far, for the present to follow on.
	const current = world.weeks.at(-1);
	if (current !== undefined) {
		const soFar = generateWeek(world, world.weeks.length - 1).filter(
			({ receivedAtMs }) => receivedAtMs <= now.getTime(),
		);
		await importWeek(producer, topic, soFar, await keys.ensure(`weeks/${current}`));
	}
	await Promise.all(closing);
	await Promise.all([producer.disconnect(), offsets.disconnect(), queue.end()]);
	redis.disconnect();
};

run().catch((err: unknown) => {
	process.stderr.write(
		`the demonstration's history could not be loaded: ${err instanceof Error ? err.message : 'unknown error'}\n`,
	);
	process.exit(1);
});
