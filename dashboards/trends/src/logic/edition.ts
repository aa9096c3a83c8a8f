import type { Manifest } from '@vigie/schemas/http';
import { type Level, type Profile, profileOfLattice } from '@vigie/schemas/lattice';
import type { Period } from './filters.js';

/** Edition is what was published when a week came out: that week, and the last month and quarter closed by then. */
export interface Edition {
	readonly week: Manifest;
	/** Which part of the lattice is published. */
	readonly profile: Profile;
	readonly month: Manifest | null;
	readonly quarter: Manifest | null;
	/** Every release up to it, oldest first. */
	readonly releases: readonly Manifest[];
}

const byEnd = (a: Manifest, b: Manifest): number =>
	a.end.localeCompare(b.end) || a.release.localeCompare(b.release);

/** editionOf finds the edition of a week, or the last one; null while nothing is published. */
export const editionOf = (releases: readonly Manifest[], until: string | null): Edition | null => {
	const sorted = releases.toSorted(byEnd);
	const weeks = sorted.filter(({ level }) => level === 'week');
	const week = weeks.find(({ release }) => release === until) ?? weeks.at(-1);
	if (!week) return null;
	const upTo = sorted.filter(({ end }) => end <= week.end);
	const last = (level: Level) => upTo.findLast((manifest) => manifest.level === level) ?? null;
	return {
		week,
		profile: profileOfLattice(week.lattice),
		month: last('month'),
		quarter: last('quarter'),
		releases: upTo,
	};
};

const COUNTS = {
	'13-semaines': { week: 13, month: 3, quarter: 1 },
	'1-an': { week: 52, month: 12, quarter: 4 },
	'2-ans': { week: 104, month: 24, quarter: 8 },
} as const satisfies Record<Exclude<Period, 'tout'>, Record<Level, number>>;

/** releasesOver lists the releases of a level that a period covers, oldest first. */
export const releasesOver = (edition: Edition, level: Level, period: Period): readonly Manifest[] => {
	const all = edition.releases.filter((manifest) => manifest.level === level);
	return period === 'tout' ? all : all.slice(-COUNTS[period][level]);
};

/** yearBefore finds the release of the same level that ended a year earlier, by its name (2026-M11 -> 2025-M11). */
export const yearBefore = (edition: Edition, { release, level }: Manifest): Manifest | null => {
	const name = `${Number(release.slice(0, 4)) - 1}${release.slice(4)}`;
	return edition.releases.find((other) => other.release === name && other.level === level) ?? null;
};
