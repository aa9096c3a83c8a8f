/** FOLLOWED are the nodes whose series are judged; the last is no node of the lattice, and is told at its platform in the région. The others count who reports. */
export const FOLLOWED = [
	'platform',
	'platform-kind',
	'platform-step',
	'region-platform',
	'region-platform-kind',
] as const;
export const EXPOSED = ['total', 'region', 'departement'] as const;

export type FollowedNode = (typeof FOLLOWED)[number];
export type ExposedNode = (typeof EXPOSED)[number];

/** Counted is what the closing of a week froze of one series; a series without events has none. */
export interface Counted {
	readonly node: FollowedNode | ExposedNode;
	readonly coordinates: readonly string[];
	/** Events. */
	readonly n: number;
	/** Distinct devices. */
	readonly reporters: number;
	/** Distinct structures and organisations, without the agents of the body that owns the platform. */
	readonly structures: number;
	readonly organisations: number;
	/** 1 or 2: one, or several; without those agents. */
	readonly departements: number;
	/** Events of the structure that has most. */
	readonly top: number;
}

/** NOTHING is the count of a series in a closed week that did not hear of it. */
export const NOTHING: Omit<Counted, 'node' | 'coordinates'> = {
	n: 0,
	reporters: 0,
	structures: 0,
	organisations: 0,
	departements: 0,
	top: 0,
};
