import type { ReleaseTable } from '@vigie/schemas/http';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';

/** Headline is what the first sentence is written from: released numbers only. */
export interface Headline {
	readonly total: number | null;
	/** The two most reported platform and step pairs, most first. */
	readonly top: readonly { readonly platform: string; readonly step: string; readonly count: number }[];
	/** Their share of the total; null when either is not published. */
	readonly share: number | null;
}

const PAIRS = 2;

/** headlineOf reads the week's total and its `platform-step` table, null where it is not published; pairs whose platform or step was left out say nothing, and are passed over. */
export const headlineOf = (total: ReleaseTable, platformSteps: ReleaseTable | null): Headline => {
	const count = total.rows[0]?.y ?? null;
	const top = (platformSteps?.rows ?? [])
		.flatMap(({ coordinates: [platform, step], y }) =>
			platform !== undefined && step !== undefined && y !== null ? [{ platform, step, count: y }] : [],
		)
		.filter(({ platform, step }) => platform !== NON_PRECISE && step !== NON_PRECISE)
		.toSorted((a, b) => b.count - a.count)
		.slice(0, PAIRS);
	const together = top.reduce((sum, pair) => sum + pair.count, 0);
	const hasShare = count !== null && count > 0 && top.length === PAIRS;
	return { total: count, top, share: hasShare ? together / count : null };
};
