/** A week belongs to the month of its Thursday. */
const TO_THURSDAY_MS = 3.5 * 86_400_000;

/** Tick is a month under a chart, with its year where it first appears. */
export interface Tick {
	readonly index: number;
	readonly month: string;
	readonly year: string | null;
}

const monthKey = (at: Date): string => at.toISOString().slice(0, 7);

/** ticksOf places a tick on the first bar of each month, every three months when narrow or long; the year under its first month. */
export const ticksOf = (
	starts: readonly Date[],
	width: number,
	month: (at: Date) => string,
): readonly Tick[] => {
	const middles = starts.map((start) => new Date(start.getTime() + TO_THURSDAY_MS));
	const firsts = middles.flatMap((at, index) => {
		const before = middles[index - 1];
		return before && monthKey(before) !== monthKey(at) ? [{ index, at }] : [];
	});
	const step = width / Math.max(firsts.length, 1) < 44 ? 3 : 1;
	const kept = firsts.filter(({ at }) => step === 1 || at.getUTCMonth() % step === 0);
	return kept.map(({ index, at }, rank) => {
		const year = String(at.getUTCFullYear());
		const isFirst = rank === 0 || String(kept[rank - 1]?.at.getUTCFullYear()) !== year;
		return { index, month: month(at), year: isFirst ? year : null };
	});
};
