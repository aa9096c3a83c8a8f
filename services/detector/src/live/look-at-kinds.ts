import { type Look, lookAtSeries } from './look-at-series.js';
import type { Report } from './read-day.js';
import type { Today } from './today.js';
import type { Usual } from './usual.js';
import { KIND_RARITY, watchedKinds } from './watched-kinds.js';

/** KindLook is the look at one of a platform's kinds of failure. */
export interface KindLook extends Look {
	readonly code: string;
	readonly rarity: number;
}

export interface KindsToday {
	/** First reports of the platform, in order of time; from before 04:00 too. */
	readonly reports: readonly Report[];
	readonly today: Today;
	readonly usualOf: (kind: string) => Usual;
	/** What makes more of any usual count today. */
	readonly activity: number;
}

/**
 * lookAtKinds counts a platform's day by kind of failure, of those that were reported. An outage hides among the many things that fail on a busy
 * platform, but not among the few of its own kind.
 */
export const lookAtKinds = ({ reports, today, usualOf, activity }: KindsToday): readonly KindLook[] => {
	const said = new Set(
		reports.filter(({ atMs }) => atMs >= today.startMs).map(({ failureKind }) => failureKind),
	);
	return watchedKinds
		.filter((kind) => said.has(kind))
		.map((code) => {
			const { perWeek, noise } = usualOf(code);
			const ofKind = reports.filter(({ failureKind }) => failureKind === code);
			const look = lookAtSeries({ reports: ofKind, today, perWeek: perWeek * activity, noise });
			return { ...look, code, rarity: KIND_RARITY };
		});
};
