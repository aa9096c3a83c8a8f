import type { Selection } from '@vigie/dashboard-ui/series-points';
import { type LatticeNode, type Level, nodeOf, type Profile } from '@vigie/schemas/lattice';
import type { Failure } from './report-name.js';

/** Cell is the published series that stands for a report: a report is finer than anything that is published. */
export interface Cell {
	readonly level: Extract<Level, 'week' | 'month'>;
	readonly node: LatticeNode;
	readonly selection: Selection;
}

const idOf = ({ step, failureKind }: Failure): string => {
	if (failureKind !== null) return 'platform-kind';
	return step === null ? 'platform' : 'platform-step';
};

/**
 * cellOf finds it: the platform with the kind, else with the step, else alone, all over France, week by week; where few structures
 * report, the platform alone, month by month, which is the finest that such a deployment publishes.
 */
export const cellOf = (failure: Failure, profile: Profile): Cell => {
	const level = profile === 'pilot' ? 'month' : 'week';
	const id = profile === 'pilot' ? 'platform' : idOf(failure);
	const node = nodeOf(level, id);
	if (!node) throw new RangeError('a node of the lattice is missing');
	const { platform, step, failureKind } = failure;
	return {
		level,
		node,
		selection: {
			platform: [platform],
			...(id === 'platform-kind' && failureKind !== null ? { failureKind: [failureKind] } : {}),
			...(id === 'platform-step' && step !== null ? { step: [step] } : {}),
		},
	};
};
