import type { GateResult } from '@vigie/schemas/http';
import { textOfCell } from '../vocabulary/cells.js';
import { type Candidate, type Finding, type Property, shownIn } from './candidate.js';
import { betweenReleases } from './differences.js';
import { underFloors } from './floors.js';
import { underPadding } from './padding.js';
import { acrossTiers } from './tiers.js';

/** ReleaseBlocked: a candidate fails the gate and is not published. It names cells by their codes, never a count. */
export class ReleaseBlocked extends Error {
	override name = 'ReleaseBlocked';
	readonly cells: readonly BlockedCell[];
	constructor(release: string, cells: readonly BlockedCell[]) {
		const named = cells
			.slice(0, NAMED)
			.map(({ property, node, codes }) => `${property} ${[node, ...codes].join('/')}`);
		super(
			`${release} is not published: ${cells.length} of its cells fail the release gate (${named.join('; ')}${cells.length > NAMED ? '; ...' : ''})`,
		);
		this.cells = cells;
	}
}

const NAMED = 10;

/** BlockedCell names a cell that must not leave. */
export interface BlockedCell {
	readonly property: Property;
	readonly node: string;
	/** One code a dimension of the node, in its order. */
	readonly codes: readonly string[];
}

const named = ({ property, cell }: Finding): BlockedCell => {
	const [node = '', text = ''] = textOfCell(cell).split('\t');
	return { property, node, codes: text === '[]' ? [] : text.slice(2, -2).split("','") };
};

/** runGate tries a candidate with the earlier releases of its time. Errors: ReleaseBlocked, naming the cells that fail. */
export const runGate = (
	release: string,
	chunks: readonly string[],
	rest: Omit<Candidate, 'shown'>,
): GateResult => {
	const candidate = { ...rest, shown: shownIn(chunks) };
	const findings = [
		...underFloors(candidate),
		...acrossTiers(candidate),
		...betweenReleases(candidate),
		...underPadding(candidate),
	];
	if (findings.length > 0) throw new ReleaseBlocked(release, findings.map(named));
	// How many small cells were tried is no figure to publish: it counts what is hidden.
	return { P8: 0, P9: 0, A5: 0, A7: 0 };
};
