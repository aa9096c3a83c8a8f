import type { Followed } from './history.js';

/** Past is what a series brought week after week, beside who was active. */
export type Past = Pick<Followed, 'kept' | 'exposure'>;

/** KnownSums adds up the weeks of a span of which both are known, and tells how many they are. */
interface KnownSums {
	readonly events: number;
	readonly reporters: number;
	readonly weeks: number;
}

/** knownSums adds up the weeks [from, to) of a past; those before it began, or that are not known, are left out. */
export const knownSums = ({ kept, exposure }: Past, from: number, to: number): KnownSums => {
	let [events, reporters, weeks] = [0, 0, 0];
	for (let at = from; at < to; at += 1) {
		const [y, n] = [kept[at] ?? null, exposure[at] ?? null];
		if (y === null || n === null) continue;
		events += y;
		reporters += n;
		weeks += 1;
	}
	return { events, reporters, weeks };
};
