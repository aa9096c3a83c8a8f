import { createRandom } from '@vigie/demonstration/random';
import { addWeeks, revisionLimit, slotOf, weekNumber } from '@vigie/schemas/calendar';
import type { BenchWorld } from './bench-world.js';
import { countEvents, eventsOf } from './count-week.js';
import { type Received, WEEK_KEY } from './received.js';
import { makeRelease, type Protections, type Scored } from './releases.js';

const LATE_SHARE = 0.02;

/** lateOf takes back, or sends again, one event in fifty of a week after its limit, as corrections and retries do. */
const lateOf = (world: BenchWorld, week: string): ReadonlyMap<string, readonly Received[]> => {
	const random = createRandom(`late/${world.seed}/${week}`);
	const afterwards = new Date(revisionLimit(week).getTime() + 3 * 86_400_000);
	const later = { receivedSlot: slotOf(afterwards), receivedWeek: weekNumber(addWeeks(week, 1)) };
	return new Map(
		[...world.received].map(([id, rows]) => {
			const last = rows.at(-1);
			if (!last || random.uniform() >= LATE_SHARE) return [id, rows];
			const retracted = random.uniform() < 0.5;
			const revision = last.row.revision + (retracted ? 1 : 0);
			return [id, [...rows, { ...last, row: { ...last.row, ...later, revision, retracted } }]];
		}),
	);
};

/**
 * madeAgain makes the first weeks' releases again after late events and corrections came in. By the publisher's rule nothing received after
 * the limit counts; `limit` is another rule, for a test.
 */
export const madeAgain = (
	world: BenchWorld,
	protections: Protections,
	limit: (week: string) => Date = revisionLimit,
): readonly Scored[] =>
	world.weeks.slice(0, 2).map((week) => {
		const counted = countEvents(eventsOf(lateOf(world, week), week, limit(week)));
		return makeRelease(protections, week, 'week', counted, WEEK_KEY);
	});
