import { createRandom, negativeBinomial } from '@vigie/demonstration/random';
import type { Counted } from '@vigie/detector/weekly/counted';
import { addWeeks } from '@vigie/schemas/calendar';

/** FIRST is the first week of a small world. */
export const FIRST = '2025-W10';
export const weekAfter = (index: number): string => addWeeks(FIRST, index);

const platforms = ['ANTS', 'AMELI', 'CAF_MON_COMPTE', 'ANEF', 'MSA', 'IMPOTS'];
const kinds = ['PANNE', 'PERTE_IDENTIFIANT'];

/** aCell is a counted series: many people of many structures, unless said otherwise. */
export const aCell = (
	node: Counted['node'],
	coordinates: readonly string[],
	n: number,
	more: Partial<Counted> = {},
): Counted => ({
	node,
	coordinates,
	n,
	reporters: n,
	structures: n,
	organisations: n,
	departements: Math.min(2, n),
	top: Math.min(1, n),
	...more,
});

/** Change says what is not as usual in a week. */
export type Change = (cells: readonly Counted[]) => readonly Counted[];

/** replacing puts one cell in the place of its like. */
export const replacing =
	(cell: Counted): Change =>
	(cells) => [
		...cells.filter(
			({ node, coordinates }) => node !== cell.node || coordinates.join('/') !== cell.coordinates.join('/'),
		),
		cell,
	];

/** usualWeek is a week in which nothing happens: six platforms of 30 events, two kinds each of 10, 200 people in France, 40 in a région. */
export const usualWeek = (index: number): readonly Counted[] => {
	const random = createRandom(`weekly-world/${index}`);
	const about = (mean: number): number => negativeBinomial(random, mean, 1.2);
	return [
		aCell('total', [], 180, { reporters: 200 }),
		aCell('region', ['32'], 40, { reporters: 40 }),
		...platforms.flatMap((platform) => [
			aCell('platform', [platform], about(30)),
			aCell('region-platform', ['32', platform], about(6)),
			...kinds.map((kind) => aCell('platform-kind', [platform, kind], about(10))),
		]),
	];
};
