import { weeksOfPeriod } from '@vigie/schemas/calendar';
import { equationsOf, partLevel } from './equations.js';
import { truthOf } from './families.js';
import { type Bounds, boundsOf } from './feasible.js';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

const NARROW = 5;

/** groupsOf gives each release alone and, `joined`, each month and quarter with the releases that add up to it. */
const groupsOf = (releases: readonly Scored[], joined: boolean): readonly (readonly Scored[])[] => {
	const alone = releases.map((release) => [release]);
	if (!joined) return alone;
	const coarse = releases.filter(({ level }) => level !== 'week');
	const groups = coarse.map((whole) => {
		const weeks = new Set(weeksOfPeriod(whole.release));
		const parts = releases.filter(
			({ level, release }) =>
				level === partLevel(whole.level) && weeksOfPeriod(release).every((week) => weeks.has(week)),
		);
		return [whole, ...parts];
	});
	return [...alone, ...groups];
};

/** Effort is how many hidden columns are solved in each system of equations, and whether months are solved with their weeks. */
export interface Effort {
	readonly columns: number;
	readonly joined: boolean;
}

const isNarrow = ({ low, high }: Pick<Bounds, 'low' | 'high'>): boolean => high - low < NARROW;

/**
 * intervals solves, for each hidden cell, the least and the most that it can hold given all that is shown, in its own release and in those
 * that add up to it: linear programmes over everything that must add up. `D` is the largest perturbation, which is public.
 */
export const intervals = async (
	releases: readonly Scored[],
	D: number,
	{ columns, joined }: Effort,
): Promise<AttackResult> => {
	let [narrow, held, empty, tried] = [0, 0, 0, 0];
	for (const group of groupsOf(releases, joined)) {
		const bounds = await boundsOf(equationsOf(group, D), columns);
		for (const { release, cells, ...interval } of bounds)
			for (const cell of cells) {
				tried += 1;
				const of = group.find((one) => one.release === release);
				const n = of ? truthOf(of, cell) : 0;
				if (n > 0) held += 1;
				if (!isNarrow(interval)) continue;
				if (n > 0) narrow += 1;
				else empty += 1;
			}
	}
	const score = held === 0 ? 0 : narrow / held;
	return resultOf({ score, baseline: 0, interval: exactInterval(narrow, held), trials: held }, 0, {
		hiddenCells: tried,
		// What stays visible by design: a total equal to its shown parts.
		provenEmpty: tried === 0 ? 0 : empty / tried,
	});
};
