import { adjustFamily, type Tested } from '../statistics/families.js';
import { SPARSE_BELOW } from '../statistics/sparse.js';
import type { WeekLook } from './look-at-week.js';

/** Adjusted holds the adjusted values of a run by series: of the week, and of the last four; a series that was not tested is absent. */
export interface Adjusted {
	readonly week: ReadonlyMap<string, number>;
	readonly fourWeeks: ReadonlyMap<string, number>;
}

type Window = 'week' | 'fourWeeks';

/** What is below half an event a week says nothing of a week: its sums over four and its parent are tested instead. */
const isSparse = ({ week }: WeekLook): boolean => week.mu < SPARSE_BELOW;

const midpOf = (look: WeekLook, window: Window): number => look[window]?.midp ?? 1;

/** Régions are tested under the most unusual national series of their platform: itself, one of its kinds, one of its steps. */
const strongestOf = (looks: readonly WeekLook[], window: Window): ReadonlyMap<string, string> => {
	const strongest = new Map<string, WeekLook>();
	for (const look of looks) {
		const { level, coordinates } = look.followed;
		if (level > 1) continue;
		const known = strongest.get(coordinates.platform);
		if (!known || midpOf(look, window) < midpOf(known, window)) strongest.set(coordinates.platform, look);
	}
	return new Map([...strongest].map(([platform, { followed }]) => [platform, followed.id]));
};

const familyOf = (
	looks: readonly WeekLook[],
	window: Window,
	standing: ReadonlySet<string>,
): readonly Tested[] => {
	const there = looks.filter((look) => (window === 'week' ? !isSparse(look) : look.fourWeeks !== null));
	const strongest = strongestOf(there, window);
	return there.map((look) => {
		const { id, level, coordinates } = look.followed;
		return {
			series: id,
			level,
			parent:
				level !== 2 || standing.has(coordinates.platform)
					? null
					: (strongest.get(coordinates.platform) ?? null),
			midp: midpOf(look, window),
			expected: look[window]?.mu ?? 0,
			weeks: look.references.burst.weeks,
		};
	});
};

/**
 * adjustRun controls the share of false signals of a run: two families, the week and the last four, each level after level. `standing` are the
 * platforms that have a national signal already: their régions are tested.
 */
export const adjustRun = (looks: readonly WeekLook[], standing: ReadonlySet<string>): Adjusted => ({
	week: adjustFamily(familyOf(looks, 'week', standing)),
	fourWeeks: adjustFamily(familyOf(looks, 'fourWeeks', standing)),
});
