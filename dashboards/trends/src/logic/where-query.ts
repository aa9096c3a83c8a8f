import { consecutiveWeeks } from '@vigie/dashboard-ui/released-weeks';
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
	/** Those that are summed. */
	readonly releases: readonly Manifest[];
	/** Those before them and themselves, one after the other: what is expected is learnt from them. */
	readonly history: readonly Manifest[];
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
	published: readonly Manifest[],
): WhereQuery | null => {
	const level = releases[0]?.level;
	const node = level && isPublished(profile, level, id) ? nodeOf(level, id) : null;
	const last = releases.at(-1);
	if (!level || !node || !period || !last) return null;
	const upTo = published.filter((manifest) => manifest.level === level && manifest.end <= last.end);
	const history = level === 'week' ? consecutiveWeeks(upTo) : upTo;
	return { level, node, selection, releases, history, period, notFollowed };
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
		return query(profile, 'departement', month, published, {}, [...rights, ...kinds], releases);
	}
	if (benefit && quarter && isPublished(profile, 'quarter', 'departement-platform-benefit')) {
		const selection = { platform: codes, benefit: [benefit] };
		return query(profile, 'departement-platform-benefit', quarter, [quarter], selection, kinds, releases);
	}
	const only = month ? [month] : [];
	const choices = [...rights, ...kinds];
	return query(profile, 'departement-platform', month, only, { platform: codes }, choices, releases);
};
