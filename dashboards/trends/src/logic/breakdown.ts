import { type Point, pointsOf, type Selection } from '@vigie/dashboard-ui/series-points';
import type { SeriesTable } from '@vigie/schemas/http';
import { type Dimension, isPublished, type LatticeNode, nodeOf, type Profile } from '@vigie/schemas/lattice';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';
import { CHOICES, type Choice, isChosen } from './closed-filters.js';
import { kindsOf, platformsOf } from './families.js';
import type { Filters } from './filters.js';

/** Breakdown is one weekly table read line by line: its lines are the codes of one dimension. */
export interface Breakdown {
	readonly lines: Dimension;
	readonly node: LatticeNode;
	readonly selection: Selection;
	/** Codes that may be lines; null for all. */
	readonly among: readonly string[] | null;
	readonly notFollowed: readonly Choice[];
}

const breakdown = (
	id: string,
	lines: Dimension,
	selection: Selection,
	among: readonly string[] | null,
	filters: Filters,
	followed: readonly Choice[],
): readonly Breakdown[] => {
	const node = nodeOf('week', id);
	const notFollowed = CHOICES.filter((choice) => isChosen(filters, choice) && !followed.includes(choice));
	return node ? [{ lines, node, selection, among, notFollowed }] : [];
};

const onesOf = (filters: Filters): readonly Breakdown[] => {
	const { platform, body, benefit, group, territory } = filters;
	if (platform) {
		const selection = { platform: [platform] };
		const kinds = group ? kindsOf(group) : null;
		return [
			...breakdown('platform-kind', 'failureKind', selection, kinds, filters, ['platform', 'body', 'group']),
			...breakdown('platform-step', 'step', selection, null, filters, ['platform', 'body']),
		];
	}
	const among = body ? platformsOf(body) : null;
	if (territory.kind === 'region')
		return breakdown('region-platform', 'platform', { region: [territory.code] }, among, filters, [
			'region',
			'body',
		]);
	if (benefit)
		return breakdown('platform-benefit', 'platform', { benefit: [benefit] }, among, filters, [
			'benefit',
			'body',
		]);
	return breakdown('platform', 'platform', {}, among, filters, ['body']);
};

/** breakdownsOf lists what can be read line by line each week: the platforms, or what happens on the chosen one and at which step. */
export const breakdownsOf = (filters: Filters, profile: Profile): readonly Breakdown[] =>
	onesOf(filters).filter(({ node }) => isPublished(profile, 'week', node.id));

/** BreakdownLine is one code and its weeks, oldest first. */
export interface BreakdownLine {
	readonly code: string;
	readonly points: readonly Point[];
}

const RECENT = 4;
const MOST_LINES = 8;

const recentSum = ({ points }: BreakdownLine): number =>
	points.slice(-RECENT).reduce((sum, { value }) => sum + (value ?? 0), 0);

/** linesOf keeps the codes most reported in the last four weeks, most first; a code of which none of them is published is left out. */
export const linesOf = (
	series: SeriesTable,
	{ lines, selection, among }: Breakdown,
): readonly BreakdownLine[] => {
	const at = series.dimensions.indexOf(lines);
	const codes = new Set(series.coordinates.map((coordinates) => coordinates[at] ?? NON_PRECISE));
	return [...codes]
		.filter((code) => code !== NON_PRECISE && (among === null || among.includes(code)))
		.map((code) => ({ code, points: pointsOf(series, { ...selection, [lines]: [code] }) }))
		.filter((line) => recentSum(line) > 0)
		.toSorted((a, b) => recentSum(b) - recentSum(a))
		.slice(0, MOST_LINES);
};
