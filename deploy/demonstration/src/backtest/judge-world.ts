import { createBook } from '@vigie/detector/weekly/book';
import type { Counted } from '@vigie/detector/weekly/counted';
import { createHistory } from '@vigie/detector/weekly/history';
import type { PastWeek } from '@vigie/detector/weekly/series-state';
import type { PrivateSignal } from '@vigie/schemas/signal';

/** Episode is a weekly signal from its first week as one (not only to be watched) to its end. */
export interface Episode {
	readonly id: string;
	readonly family: PrivateSignal['family'];
	readonly coordinates: PrivateSignal['ladder'][number]['coordinates'];
	/** Rank of the week in which it became a signal. */
	readonly at: number;
}

/** JudgedWorld is what the weekly run makes of a world. */
export interface JudgedWorld {
	/** Every signal that it told. */
	readonly episodes: readonly Episode[];
	/** By series asked for, then by week: what was counted and expected. */
	readonly past: ReadonlyMap<string, ReadonlyMap<string, PastWeek>>;
}

const isSignal = ({ level }: PrivateSignal): boolean => level === 'signal' || level === 'strong';

/** judgeWorld judges a world's weeks one after the other, as the service does, and keeps what it left of some series. */
export const judgeWorld = (
	weeks: readonly { readonly week: string; readonly counted: readonly Counted[] }[],
	kept: readonly string[],
): JudgedWorld => {
	const past = new Map(kept.map((series) => [series, new Map<string, PastWeek>()]));
	const episodes = new Map<string, Episode>();
	const [first] = weeks;
	if (!first) return { episodes: [], past };
	const book = createBook(first.week, createHistory(), new Map(), new Map());
	weeks.forEach(({ week, counted }, at) => {
		const judged = book.judge(new Map([[week, counted]]));
		for (const { look, state } of judged.series) {
			const last = state.last.at(-1);
			if (last) past.get(look.followed.id)?.set(week, last);
		}
		for (const { signal } of judged.detected) {
			const [rung] = signal.ladder;
			if (!rung || !isSignal(signal) || episodes.has(signal.id)) continue;
			const { id, family } = signal;
			episodes.set(id, { id, family, coordinates: rung.coordinates, at });
		}
	});
	return { episodes: [...episodes.values()], past };
};
