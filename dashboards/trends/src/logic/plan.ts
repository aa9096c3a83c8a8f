import type { Selection } from '@vigie/dashboard-ui/series-points';
import {
	type Dimension,
	isPublished,
	type LatticeNode,
	type Level,
	lattice,
	type Profile,
} from '@vigie/schemas/lattice';
import { kindsOf, platformsOf } from './families.js';
import type { Filters } from './filters.js';

/** Plan is where in the lattice the answer to a set of filters is: no dimension of the node is left free. */
export interface Plan {
	readonly level: Level;
	readonly node: LatticeNode;
	readonly selection: Selection;
}

type Need = readonly { readonly dimension: Dimension; readonly codes: readonly string[] }[];

const LEVELS: readonly Level[] = ['week', 'month', 'quarter'];

/** needsOf turns filters into what a node must hold; each need may be met by several dimensions. */
const needsOf = ({ territory, body, platform, benefit, group }: Filters): readonly Need[] => {
	const needs: Need[] = [];
	if (territory.kind !== 'france') needs.push([{ dimension: territory.kind, codes: [territory.code] }]);
	if (platform) needs.push([{ dimension: 'platform', codes: [platform] }]);
	else if (body) needs.push([{ dimension: 'platform', codes: platformsOf(body) }]);
	if (benefit) needs.push([{ dimension: 'benefit', codes: [benefit] }]);
	// The group's own node is the parent of its kinds: it comes first, so that a sum is only made where there is none.
	if (group) {
		needs.push([
			{ dimension: 'failureGroup', codes: [group] },
			{ dimension: 'failureKind', codes: kindsOf(group) },
		]);
	}
	return needs;
};

const selectionIn = (node: LatticeNode, needs: readonly Need[]): Selection | null => {
	if (node.family !== 'failures' || node.dimensions.length !== needs.length) return null;
	const chosen = needs.map((need) => need.find(({ dimension }) => node.dimensions.includes(dimension)));
	const entries = chosen.flatMap((way) => (way ? [[way.dimension, way.codes] as const] : []));
	return entries.length === needs.length ? Object.fromEntries(entries) : null;
};

/**
 * planOf finds the finest level at which what is published holds the filters: only their dimensions, nothing summed over a dimension that
 * the reader did not choose. Null when no level does: the combination is too fine to protect people.
 */
export const planOf = (filters: Filters, profile: Profile): Plan | null => {
	const needs = needsOf(filters);
	for (const level of LEVELS) {
		for (const node of lattice[level]) {
			const selection = isPublished(profile, level, node.id) ? selectionIn(node, needs) : null;
			if (selection) return { level, node, selection };
		}
	}
	return null;
};
