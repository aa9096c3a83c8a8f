import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import type { Fate } from './account.js';
import type { LogMessage } from './messages.js';

/** Judge tells what became of committed messages. */
export type Judge = (
	messages: readonly LogMessage[],
) => Promise<(readonly [LogMessage, Exclude<Fate, 'waiting'>])[]>;

/** Together they are below what a server takes for one parameter (128 KiB). */
const IDS_A_QUESTION = 2_500;

/**
 * createJudge looks each message up in the store, by id and revision: stored when the row that counts is its own, superseded when another
 * message brought it, dead when its place (`topic/partition/offset`) is that of a dead letter, missing otherwise.
 */
export const createJudge = (
	client: ClickHouseClient,
	topic: string,
	isDead: (origin: string) => boolean,
): Judge => {
	const find = createQuerier(client)({
		sql: `
			SELECT
				concat(toString(id), '/', toString(revision)) AS key,
				tupleElement(argMax((sourcePartition, sourceOffset), firstWins), 1) AS partition,
				toString(tupleElement(argMax((sourcePartition, sourceOffset), firstWins), 2)) AS offset,
				argMax(structureToken, firstWins) = 0 AS forgotten
			FROM private.events
			WHERE id IN (SELECT arrayJoin({ids: Array(UUID)}))
			GROUP BY id, revision`,
		params: z.object({ ids: z.array(z.uuid()) }),
		row: z.object({ key: z.string(), partition: z.int(), offset: z.string(), forgotten: z.coerce.boolean() }),
	});
	const ofClosedWeeks = new Set<string>();
	/** With its tokens, a row of a closed week has lost the place that it came from: the first message of its key stands for it. */
	const isFirst = (key: string): boolean => {
		const first = !ofClosedWeeks.has(key);
		ofClosedWeeks.add(key);
		return first;
	};
	const fateOf = (
		{ partition, offset, key }: LogMessage,
		rows: ReadonlyMap<string, string | null>,
	): Exclude<Fate, 'waiting'> => {
		if (isDead(`${topic}/${partition}/${offset}`)) return 'dead';
		const source = key === null ? undefined : rows.get(key);
		if (key === null || source === undefined) return 'missing';
		if (source === null) return isFirst(key) ? 'stored' : 'superseded';
		return source === `${partition}/${offset}` ? 'stored' : 'superseded';
	};
	/** By key, the place of the row that counts; null when it has forgotten it. */
	const rowsOf = async (messages: readonly LogMessage[]): Promise<ReadonlyMap<string, string | null>> => {
		const ids = new Set(
			messages.flatMap(({ key }) => (key === null ? [] : [key.slice(0, key.indexOf('/'))])),
		);
		const found = ids.size === 0 ? [] : await find({ ids: [...ids] });
		return new Map(
			found.map(({ key, partition, offset, forgotten }) => [
				key,
				forgotten ? null : `${partition}/${offset}`,
			]),
		);
	};
	return async (messages) => {
		const questions = Array.from({ length: Math.ceil(messages.length / IDS_A_QUESTION) }, (_, index) =>
			messages.slice(index * IDS_A_QUESTION, (index + 1) * IDS_A_QUESTION),
		);
		const judged: (readonly [LogMessage, Exclude<Fate, 'waiting'>])[] = [];
		for (const some of questions) {
			const rows = await rowsOf(some);
			for (const message of some) judged.push([message, fateOf(message, rows)]);
		}
		return judged;
	};
};
