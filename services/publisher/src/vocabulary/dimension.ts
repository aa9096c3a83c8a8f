import type { Dimension } from '@vigie/schemas/lattice';
import { codesOf, groupOf, NON_PRECISE, regionOf } from '@vigie/schemas/taxonomy';

/** dimensions is the order in which a staged event holds the positions of its codes. */
export const dimensions = [
	'platform',
	'failureKind',
	'failureGroup',
	'step',
	'benefit',
	'consequence',
	'region',
	'departement',
	'roleFamily',
	'nonTakeUpType',
	'referralFrom',
	'referralTo',
	'loop',
] as const satisfies readonly Dimension[];

// Whether a referral closes a loop is no list of the taxonomy: the three answers are in its event's schema.
const loops = ['OUI', 'NON', 'INCONNU'] as const;

const codes: Readonly<Record<Dimension, readonly string[]>> = {
	platform: codesOf('platforms'),
	failureKind: codesOf('failureKinds'),
	failureGroup: codesOf('failureGroups'),
	step: codesOf('steps'),
	benefit: codesOf('benefits'),
	consequence: codesOf('consequences'),
	region: codesOf('regions'),
	departement: codesOf('departements'),
	roleFamily: codesOf('roleFamilies'),
	nonTakeUpType: codesOf('nonTakeUpTypes'),
	referralFrom: codesOf('referralFamilies'),
	referralTo: codesOf('referralFamilies'),
	loop: loops,
};

const sorted = (codesOfDimension: readonly string[]): readonly string[] =>
	[NON_PRECISE, ...codesOfDimension].sort();
const positions = new Map(dimensions.map((dimension) => [dimension, sorted(codes[dimension])] as const));

/** positionsOf lists a dimension's codes, NON_PRECISE among them, in ascending order: a code's position is its index. */
export const positionsOf = (dimension: Dimension): readonly string[] => positions.get(dimension) ?? [];

/** canBeLeftOut tells whether an event of a node's family may come without this dimension; the others are always there. */
export const canBeLeftOut = (dimension: Dimension): boolean =>
	(['failureKind', 'failureGroup', 'step', 'benefit', 'consequence'] satisfies Dimension[]).some(
		(name) => name === dimension,
	);

const regions = codesOf('regions');
const ofRegion = (region: string): string => `R${region}`;

const same = (dimension: Dimension): (readonly [string, string])[] =>
	positionsOf(dimension).map((code) => [code, code] as const);

/** codesByValue tells which code of a dimension each value of the event's column stands for. */
export const codesByValue = (dimension: Dimension): readonly (readonly [value: string, code: string])[] => {
	switch (dimension) {
		case 'failureGroup':
			return [
				[NON_PRECISE, NON_PRECISE],
				...codesOf('failureKinds').map((kind) => [kind, groupOf(kind)] as const),
			];
		case 'region':
			return [
				...codesOf('departements').map((departement) => [departement, regionOf(departement)] as const),
				...regions.map((region) => [ofRegion(region), region] as const),
			];
		case 'departement':
			return [
				...codesOf('departements').map((departement) => [departement, departement] as const),
				...regions.map((region) => [ofRegion(region), NON_PRECISE] as const),
			];
		default:
			return same(dimension);
	}
};
