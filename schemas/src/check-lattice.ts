import type { LatticeNode, Level } from './lattice.js';

/** Each table is one more piece of evidence for who averages them. */
const MOST_TABLES = 12;

/** LatticeRefused says which table of a lattice is malformed, or would tell too much. */
export class LatticeRefused extends Error {
	override name = 'LatticeRefused';
}

const territories: readonly string[] = ['region', 'departement'];

const complaintsOfNode = ({ id, dimensions }: LatticeNode): readonly string[] => {
	const crossesRole =
		dimensions.includes('roleFamily') && dimensions.some((name) => territories.includes(name));
	return [
		...(/^[a-z]+(-[a-z]+)*$/.test(id) ? [] : [`${id || 'a table'} needs a name in small letters`]),
		...(new Set(dimensions).size === dimensions.length ? [] : [`${id} crosses a dimension with itself`]),
		...(crossesRole ? [`${id} crosses roles with a territory`] : []),
	];
};

const complaintsOfLevel = (level: string, nodes: readonly LatticeNode[]): readonly string[] => [
	...(nodes.length > 0 && nodes.length <= MOST_TABLES ? [] : [`a ${level} has 1 to ${MOST_TABLES} tables`]),
	...nodes.flatMap(({ id }, index) =>
		nodes.findIndex((one) => one.id === id) === index ? [] : [`a ${level} has two tables named ${id}`],
	),
];

const same = (left: LatticeNode, right: LatticeNode): boolean =>
	left.family === right.family && left.dimensions.join() === right.dimensions.join();

/** checkLattice refuses a lattice whose tables could not be told apart or would cross what is never crossed. Errors: LatticeRefused, naming each. */
export const checkLattice = (
	asked: Readonly<Record<Level, readonly LatticeNode[]>>,
): Readonly<Record<Level, readonly LatticeNode[]>> => {
	const all = Object.values(asked).flat();
	const complaints = [
		...Object.entries(asked).flatMap(([level, nodes]) => complaintsOfLevel(level, nodes)),
		...all.flatMap(complaintsOfNode),
		...all.flatMap((node) =>
			all.some((other) => other.id === node.id && !same(other, node))
				? [`${node.id} is another table at another level`]
				: [],
		),
	];
	if (complaints.length > 0) throw new LatticeRefused([...new Set(complaints)].join('; '));
	return asked;
};
