import { shownIn } from '@vigie/publisher/gate/candidate';
import { betweenReleases } from '@vigie/publisher/gate/differences';
import type { Disclosure } from '@vigie/publisher/release/disclose';
import { monthOfWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Scored } from './releases.js';
import { type AttackResult, resultOf } from './result.js';
import { exactInterval } from './statistics.js';

const partOf = (releases: readonly Scored[], period: string, parts: readonly string[]) =>
	parts.flatMap((name) => {
		const found = releases.find(({ release }) => release === name && release !== period);
		return found ? [found] : [];
	});

const partsOf = (releases: readonly Scored[], { release, level }: Scored) => {
	const weeks = weeksOfPeriod(release);
	if (level === 'week') return [];
	if (level === 'month') return partOf(releases, release, weeks).map(({ facts }) => ({ facts, parts: [] }));
	const months = [...new Set(weeks.map(monthOfWeek))];
	return partOf(releases, release, months).map(({ release: month, facts }) => ({
		facts,
		parts: partOf(releases, month, weeksOfPeriod(month)).map((week) => ({ facts: week.facts, parts: [] })),
	}));
};

const changedCells = (before: Scored, after: Scored): number =>
	[...before.shown.signed].filter(([cell, y]) => (after.shown.signed.get(cell) ?? -1) !== y).length;

/**
 * differences compares releases: each period with the releases that add up to it, and each week with itself once late events and
 * corrections have come in (`again`). A cell that changed, or a difference of one to four events, gives somebody away.
 */
export const differences = (
	releases: readonly Scored[],
	again: readonly Scored[],
	disclosure: Disclosure,
): AttackResult => {
	const changed = again.reduce((sum, after) => {
		const before = releases.find(({ release }) => release === after.release);
		return sum + (before ? changedCells(before, after) : 0);
	}, 0);
	const telling = releases.flatMap((release) =>
		betweenReleases({
			nodes: release.nodes,
			facts: release.facts,
			shown: shownIn(release.chunks),
			disclosure,
			parts: partsOf(releases, release),
		}),
	).length;
	const trials = [...again, ...releases].reduce((sum, { shown }) => sum + shown.signed.size, 0);
	const score = trials === 0 ? 0 : (changed + telling) / trials;
	const interval = exactInterval(changed + telling, trials);
	return resultOf({ score, baseline: 0, interval, trials }, 0, { changed, telling });
};
