import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { splitIds } from '@vigie/publisher/closing/id-buckets';
import { clearStage, readStage, saveVocabulary, stageEvents } from '@vigie/publisher/closing/stage-events';
import { revisionLimit, slotOf, weekOfSlot } from '@vigie/schemas/calendar';
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
	const [everything] = splitIds(1);
	if (everything === undefined) throw new RangeError('one range holds all ids');
	let counted = 0;
	for (const { week } of await weeksIn({})) {
		await clearStage(publisher);
		const name = `${Math.floor(week / 100)}-W${String(week % 100).padStart(2, '0')}`;
		await stageEvents(publisher, name, everything);
		for (const { events } of await readStage(publisher)) counted += events;
	}
	await clearStage(publisher);
	return counted;
};

const limits = new Map<string, string>();

/** limitOf gives the first slot whose revisions come too late for a week. */
const limitOf = (week: string): string => {
	const known = limits.get(week) ?? slotOf(revisionLimit(week));
	limits.set(week, known);
	return known;
};

/**
 * eventsToCount gives how many events these revisions are: an event belongs to the week of its first slot, and counts unless the
 * highest revision that came in time for that week undoes it; what comes later changes nothing.
 */
export const eventsToCount = (stored: readonly StoredRevision[]): number => {
	const events = new Map<string, { first: string; revisions: StoredRevision[] }>();
	for (const revision of stored) {
		const id = revision.key.slice(0, revision.key.indexOf('/'));
		const event = events.get(id) ?? { first: revision.slot, revisions: [] };
		event.revisions.push(revision);
		if (revision.slot < event.first) event.first = revision.slot;
		events.set(id, event);
	}
	const numberOf = ({ key }: StoredRevision): number => Number(key.slice(key.indexOf('/') + 1));
	const counts = ({ first, revisions }: { first: string; revisions: StoredRevision[] }): boolean => {
		const limit = limitOf(weekOfSlot(first));
		const inTime = revisions.filter(({ slot }) => slot < limit);
		return !inTime.reduce((a, b) => (numberOf(a) > numberOf(b) ? a : b)).retracted;
	};
	return [...events.values()].filter(counts).length;
};
