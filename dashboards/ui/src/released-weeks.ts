import { addWeeks } from '@vigie/schemas/calendar';
import type { Manifest } from '@vigie/schemas/http';
import type { LatticeNode } from '@vigie/schemas/lattice';
import type { ReleasedWeeks } from './expected-weeks.js';
import { type Answer, mapAnswer } from './fetch-json.js';
import { seriesAddress } from './published-addresses.js';
import { readSeries } from './read-published.js';
import { pointsOf, type Selection } from './series-points.js';

/** consecutiveWeeks keeps the weekly releases that follow one another up to the last: a model counts weeks, and must miss none. */
export const consecutiveWeeks = (releases: readonly Manifest[]): readonly Manifest[] => {
	const weeks = releases.filter(({ level }) => level === 'week');
	const gap = weeks.findLastIndex((manifest, rank) => {
		const before = weeks[rank - 1];
		return before !== undefined && addWeeks(before.release, 1) !== manifest.release;
	});
	return weeks.slice(Math.max(gap, 0));
};

/** readWeeks reads one series over weekly releases, oldest first. */
export const readWeeks = async (
	node: LatticeNode,
	selection: Selection,
	releases: readonly Manifest[],
): Promise<Answer<ReleasedWeeks>> => {
	const answer = await readSeries(seriesAddress('week', node, selection, releases, 'json'));
	return mapAnswer(answer, (series) => {
		const values = new Map(pointsOf(series, selection).map(({ release, value }) => [release, value]));
		return {
			weeks: releases.map(({ release }) => release),
			values: releases.map(({ release }) => values.get(release) ?? null),
			k: releases.at(-1)?.mechanism.k ?? 0,
		};
	});
};
