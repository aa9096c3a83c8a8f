import { createBook } from '@vigie/detector/weekly/book';
import type { Counted } from '@vigie/detector/weekly/counted';
import { createHistory } from '@vigie/detector/weekly/history';
import type { PrivateSignal } from '@vigie/schemas/signal';

/** Episode is a weekly signal from its first week as one (not only to be watched) to its end. */
export interface Episode {
	readonly id: string;
	readonly family: PrivateSignal['family'];
	readonly coordinates: PrivateSignal['ladder'][number]['coordinates'];
	/** Rank of the week in which it became a signal. */
	readonly at: number;
}

const isSignal = ({ level }: PrivateSignal): boolean => level === 'signal' || level === 'strong';

/** weeklyEpisodes judges a world's weeks one after the other, as the service does, and gives every signal that it told. */
export const weeklyEpisodes = (
	weeks: readonly { readonly week: string; readonly counted: readonly Counted[] }[],
): readonly Episode[] => {
	const [first] = weeks;
	if (!first) return [];
	const book = createBook(first.week, createHistory(), new Map(), new Map());
	const episodes = new Map<string, Episode>();
	weeks.forEach(({ week, counted }, at) => {
		for (const { signal } of book.judge(new Map([[week, counted]])).detected) {
			const [rung] = signal.ladder;
			if (!rung || !isSignal(signal) || episodes.has(signal.id)) continue;
			const { id, family } = signal;
			episodes.set(id, { id, family, coordinates: rung.coordinates, at });
		}
	});
	return [...episodes.values()];
};
