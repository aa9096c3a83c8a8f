import type { Selection } from '@vigie/dashboard-ui/series-points';
import { weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Manifest } from '@vigie/schemas/http';
import { isPublished, type LatticeNode, nodeOf, type Profile } from '@vigie/schemas/lattice';
import type { Choice } from './closed-filters.js';
import type { Edition } from './edition.js';
import { platformsOf } from './families.js';
import type { Filters } from './filters.js';

/** WhereQuery is which cells the map sums: one node over releases that make a month or a quarter. */
export interface WhereQuery {
	readonly level: Manifest['level'];
	readonly node: LatticeNode;
	readonly selection: Selection;
	readonly releases: readonly Manifest[];
	/** Whole period shown. */
	readonly period: Manifest;
	readonly notFollowed: readonly Choice[];
}

const query = (
	profile: Profile,
	id: string,
	period: Manifest | null,
	releases: readonly Manifest[],
	selection: Selection,
	notFollowed: readonly Choice[],
): WhereQuery | null => {
	const level = releases[0]?.level;
	const node = level && isPublished(profile, level, id) ? nodeOf(level, id) : null;
	return level && node && period ? { level, node, selection, releases, period, notFollowed } : null;
};

/**
 * whereQuery finds the finest map that the lattice holds: département x platform x benefit by quarter, département x platform by
 * month, and, as the month has no node of départements alone, its weeks summed. Null until a month or quarter is closed, and where none of
 * these is published.
 */
export const whereQuery = (
	{ profile, month, quarter, releases }: Edition,
	filters: Filters,
): WhereQuery | null => {
	const { platform, body, benefit, group } = filters;
	const kinds: readonly Choice[] = group ? ['group'] : [];
	const rights: readonly Choice[] = benefit ? ['benefit'] : [];
	const codes = platform ? [platform] : body && platformsOf(body);
	if (!codes) {
		const weeks = month ? weeksOfPeriod(month.release) : [];
		const published = releases.filter(({ release }) => weeks.includes(release));
		return query(profile, 'departement', month, published, {}, [...rights, ...kinds]);
	}
	if (benefit && quarter && isPublished(profile, 'quarter', 'departement-platform-benefit')) {
		const selection = { platform: codes, benefit: [benefit] };
		return query(profile, 'departement-platform-benefit', quarter, [quarter], selection, kinds);
	}
	return query(profile, 'departement-platform', month, month ? [month] : [], { platform: codes }, [
		...rights,
		...kinds,
	]);
};
