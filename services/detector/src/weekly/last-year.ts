import type { Expectation } from '../statistics/expectation.js';
import type { Followed } from './history.js';

const A_YEAR = 52;
const AROUND = 1;

/** expectLastYear expects by reporter what the same weeks brought a year before, incidents and all; null when they are not all known. */
export const expectLastYear = (
	{ kept, exposure }: Pick<Followed, 'kept' | 'exposure'>,
	week: number,
	phi: number,
): Expectation | null => {
	let [events, reporters] = [0, 0];
	for (let at = week - A_YEAR - AROUND; at <= week - A_YEAR + AROUND; at += 1) {
		const [y, n] = [kept[at] ?? null, exposure[at] ?? null];
		if (y === null || n === null) return null;
		events += y;
		reporters += n;
	}
	const now = exposure[week] ?? 0;
	if (reporters === 0 || events === 0 || now === 0) return null;
	const mu = (events / reporters) * now;
	const squaredError = phi / events;
	return {
		model: 'lastYear',
		rung: 'short',
		mu,
		phi,
		spread: phi + squaredError * mu,
		squaredError,
		trend: false,
		weeks: week,
	};
};
