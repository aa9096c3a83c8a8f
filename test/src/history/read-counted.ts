import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { clearStage, readStage, saveVocabulary, stageEvents } from '@vigie/publisher/closing/stage-events';
import { z } from 'zod';
import type { StoredRevision } from './read-stored.js';

/**
 * readCounted gives how many events a closing would count, over all weeks that are stored: the publisher's own path. With the
 * publisher's client, on a stack where no week is being closed, for both share a scratch.
 */
export const readCounted = async (publisher: ClickHouseClient): Promise<number> => {
	const weeksIn = createQuerier(publisher)({
		sql: 'SELECT DISTINCT receivedWeek AS week FROM private.events',
		params: z.object({}),
		row: z.object({ week: z.int() }),
	});
	await saveVocabulary(publisher);
	let counted = 0;
	for (const { week } of await weeksIn({})) {
		await clearStage(publisher);
		await stageEvents(publisher, `${Math.floor(week / 100)}-W${String(week % 100).padStart(2, '0')}`);
		counted += Number((await readStage(publisher)).events);
	}
	await clearStage(publisher);
	return counted;
};

/**
 * eventsToCount gives how many events these revisions are: an event belongs to the first week in which one of its revisions was
 * received, and counts unless the highest of that week undoes it; what comes in a later week changes nothing.
 */
export const eventsToCount = (stored: readonly StoredRevision[]): number => {
	const events = new Map<string, { week: number; revision: number; retracted: boolean }>();
	for (const { key, retracted, week } of stored) {
		const [id = '', text] = key.split('/');
		const revision = Number(text);
		const known = events.get(id);
		const decides = !known || week < known.week || (week === known.week && revision > known.revision);
		if (decides) events.set(id, { week, revision, retracted });
	}
	return [...events.values()].filter(({ retracted }) => !retracted).length;
};
