import type { Selection } from '@vigie/dashboard-ui/series-points';
import { type LatticeNode, nodeOf } from '@vigie/schemas/lattice';
import type { Failure } from './report-name.js';

/** Cell is the published series that stands for a report: a report is finer than anything that is published. */
export interface Cell {
	readonly node: LatticeNode;
	readonly selection: Selection;
}

/** codeOf gives what two failures must share to be drawn from the same cell. */
const idOf = ({ step, failureKind }: Failure): string => {
	if (failureKind !== null) return 'platform-kind';
	return step === null ? 'platform' : 'platform-step';
};

/** cellOf finds it: the platform with the kind, else with the step, else alone, all over France, week by week. */
export const cellOf = (failure: Failure): Cell => {
	const node = nodeOf('week', idOf(failure));
	if (!node) throw new RangeError('a node of the lattice is missing');
	const { platform, step, failureKind } = failure;
	return {
		node,
		selection: {
			platform: [platform],
			...(failureKind === null ? {} : { failureKind: [failureKind] }),
			...(failureKind === null && step !== null ? { step: [step] } : {}),
		},
	};
};
