import { createClickHouse } from '@vigie/kit/clickhouse';
import {
	clickhouseShape,
	kafkaShape,
	keysShape,
	parseConfig,
	realClockStands,
	worldShape,
} from '@vigie/kit/config';
import { enginePassword } from '@vigie/kit/engine-password';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { systemClock } from '@vigie/schemas/clock';
import type { EventTable, VersionedEvent } from '@vigie/schemas/event-reader';
import { eventSchemas } from '@vigie/schemas/events';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { z } from 'zod';
import { isNarrow } from '../letters/choice.js';
import { type ClosedWeeks, readClosedWeeks } from '../letters/closed-weeks.js';
import { openLetterBox } from '../letters/letter-box.js';
import { createReplay } from '../letters/replay.js';
import { waitForLoader } from '../letters/wait-for-loader.js';
import { createMessageReader } from '../read-message.js';
import { openSureWriter } from '../sure-writer.js';
import { type Order, readOrder, USAGE } from './arguments.js';
import { listLetters, showLetters } from './look.js';
import type { Output } from './output.js';
import { dropLetters, replayLetters } from './settle.js';

const Config = z
	.object({ ...worldShape, ...kafkaShape, ...clickhouseShape('loader'), ...keysShape })
	.refine(...realClockStands);
type Config = z.infer<typeof Config>;

const LOADER_MS = 60_000;

/** withClosedWeeks gives what reads the store, only while it is wanted: listing and dropping need no store. */
const withClosedWeeks = async <Result>(
	config: Config,
	work: (closedWeeks: ClosedWeeks) => Promise<Result>,
): Promise<Result> => {
	const client = createClickHouse(
		{ ...config, CLICKHOUSE_PASSWORD: await enginePassword(config) },
		'deadletters',
	);
	return work(readClosedWeeks(client)).finally(() => client.close());
};

/** open puts together what the actions need. */
const open = (config: Config, table: EventTable<VersionedEvent>) => {
	const logger = createLogger('deadletters', 'silent');
	const kafka = createKafka(config, 'deadletters', logger, { retry: { retries: 3 } });
	const topics = topicsWithPrefix(config.VIGIE_TOPIC_PREFIX);
	const clock = systemClock(config.VIGIE_CLOCK_OFFSET_MS);
	const writer = openSureWriter(kafka);
	const box = openLetterBox({ kafka, topics, writer, clock });
	return { kafka, topics, clock, writer, box, read: createMessageReader(table) };
};
type Opened = ReturnType<typeof open>;

const replay = async (opened: Opened, config: Config, order: Order, output: Output): Promise<number> => {
	const { kafka, topics, clock, writer, box, read } = opened;
	return withClosedWeeks(config, async (closedWeeks) => {
		const replaying = createReplay({ box, writer, topic: topics.events, closedWeeks, clock, read });
		const { count, weeks } = await replayLetters(box, replaying, order, output);
		if (order.dryRun || count === 0) return 0;
		const groupId = `${config.VIGIE_TOPIC_PREFIX}loader-events`;
		output.progress('attente du service loader');
		if (!(await waitForLoader(kafka, { topic: topics.events, groupId }, LOADER_MS))) {
			output.say('Le service loader ne les a pas encore lues : tourne-t-il ? Elles sont gardées.');
			return 1;
		}
		const late = [...(await closedWeeks([...weeks], clock.now()))];
		if (late.length === 0) return 0;
		output.say(`Close pendant ce temps : ${late.join(', ')}. Ce qui lui était remis peut ne pas compter.`);
		return 1;
	});
};

const act = (opened: Opened, config: Config, order: Order, output: Output): Promise<number> => {
	const { box, read } = opened;
	switch (order.action) {
		case 'list':
			return listLetters(box, order, output);
		case 'show':
			return showLetters(box, order, read, output);
		case 'replay':
			return replay(opened, config, order, output);
		case 'drop':
			return dropLetters(box, order, output);
		default: {
			const never: never = order.action;
			return never;
		}
	}
};

const isClear = ({ action, choice, all }: Order): boolean => {
	if (action === 'show') return choice.origins.length > 0;
	return action !== 'drop' || all || isNarrow(choice);
};

/**
 * runDeadLetters is the command: it gives the exit code, 0 when what was asked is done, 1 when it could not be, 2 when it was not
 * understood. `table` holds the versions of events that it can read.
 */
export const runDeadLetters = async (
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	output: Output,
	table: EventTable<VersionedEvent> = eventSchemas,
): Promise<number> => {
	const order = readOrder(args);
	if (order === null || !isClear(order)) {
		output.say(USAGE);
		return 2;
	}
	const config = parseConfig(Config, env);
	const opened = open(config, table);
	try {
		return await act(opened, config, order, output);
	} catch (err) {
		// The name and not the message, which may repeat what a letter holds.
		output.say(
			`Interrompu : ${err instanceof Error ? err.name : 'erreur inconnue'}. Kafka et ClickHouse répondent-ils ? Ce qui est fait est fait ; le reste attend encore.`,
		);
		return 1;
	} finally {
		await opened.writer.close();
	}
};
