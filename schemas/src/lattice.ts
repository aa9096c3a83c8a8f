/**
 * The lattice: the only tables that Vigie publishes. Fixed, versioned, as data: with free filters, hiding small counts
 * is undone exactly. Each node is a set of dimensions counted for one family of events at one level of time.
 */
export const LATTICE_VERSION = '1';

export type Dimension =
	| 'platform'
	| 'failureKind'
	| 'failureGroup'
	| 'step'
	| 'benefit'
	| 'consequence'
	| 'region'
	| 'departement'
	| 'roleFamily'
	| 'nonTakeUpType'
	| 'referralFrom'
	| 'referralTo'
	| 'loop';

export type Level = 'week' | 'month' | 'quarter';
export type Family = 'failures' | 'nontakeup' | 'referrals';

export interface LatticeNode {
	readonly id: string;
	readonly family: Family;
	readonly dimensions: readonly Dimension[];
}

const node = (id: string, family: Family, ...dimensions: Dimension[]): LatticeNode => ({
	id,
	family,
	dimensions,
});

const weekly = [
	node('total', 'failures'),
	node('platform', 'failures', 'platform'),
	node('platform-kind', 'failures', 'platform', 'failureKind'),
	node('platform-step', 'failures', 'platform', 'step'),
	node('platform-benefit', 'failures', 'platform', 'benefit'),
	node('region', 'failures', 'region'),
	node('region-platform', 'failures', 'region', 'platform'),
	node('departement', 'failures', 'departement'),
	node('role', 'failures', 'roleFamily'),
] as const;

const monthly = [
	node('total', 'failures'),
	node('platform', 'failures', 'platform'),
	node('departement-platform', 'failures', 'departement', 'platform'),
	node('benefit', 'failures', 'benefit'),
	node('benefit-step', 'failures', 'benefit', 'step'),
	node('benefit-consequence', 'failures', 'benefit', 'consequence'),
	node('failure-group', 'failures', 'failureGroup'),
	node('nontakeup-benefit', 'nontakeup', 'nonTakeUpType', 'benefit'),
	node('from-to', 'referrals', 'referralFrom', 'referralTo'),
	node('from-to-loop', 'referrals', 'referralFrom', 'referralTo', 'loop'),
] as const;

const quarterly = [
	...monthly,
	node('departement-platform-benefit', 'failures', 'departement', 'platform', 'benefit'),
	node('region-from-to', 'referrals', 'region', 'referralFrom', 'referralTo'),
] as const;

/** lattice lists the nodes of each level of time. */
export const lattice: Readonly<Record<Level, readonly LatticeNode[]>> = {
	week: weekly,
	month: monthly,
	quarter: quarterly,
};

/** Profile is which part of the lattice a deployment publishes; the facts of all of it are frozen all the same. */
export type Profile = 'standard' | 'pilot';

/** What a deployment of few structures publishes: nearly all of a finer table would be hidden, and each table is evidence. */
const pilot: Readonly<Record<Level, readonly string[]>> = {
	week: ['total'],
	month: ['total', 'platform', 'departement-platform'],
	quarter: ['total', 'platform', 'departement-platform', 'benefit', 'failure-group'],
};

/** isPublished tells whether a profile publishes a node at a level. */
export const isPublished = (profile: Profile, level: Level, id: string): boolean =>
	(profile === 'pilot' ? pilot[level] : lattice[level].map((entry) => entry.id)).includes(id);

/** latticeVersionOf names the lattice in a manifest. */
export const latticeVersionOf = (profile: Profile): string =>
	profile === 'pilot' ? `${LATTICE_VERSION}-pilot` : LATTICE_VERSION;

/** profileOfLattice tells which profile a manifest's lattice was published by. */
export const profileOfLattice = (version: string): Profile =>
	version.endsWith('-pilot') ? 'pilot' : 'standard';

/** levelOfPeriod tells the level of `2026-W46`, `2026-M11` or `2026-Q4`; null for anything else. */
export const levelOfPeriod = (period: string): Level | null => {
	if (/^\d{4}-W\d{2}$/.test(period)) return 'week';
	if (/^\d{4}-M\d{2}$/.test(period)) return 'month';
	if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter';
	return null;
};

/** nodeOf finds a node of a level by its identifier; null when the lattice does not hold it. */
export const nodeOf = (level: Level, id: string): LatticeNode | null =>
	lattice[level].find((entry) => entry.id === id) ?? null;
