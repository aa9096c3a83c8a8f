import type { BarPoint } from '@vigie/dashboard-ui/bar-points';
import { type ExpectedWeek, expectWeeks } from '@vigie/dashboard-ui/expected-weeks';
import { consecutiveWeeks } from '@vigie/dashboard-ui/released-weeks';

/** expectBars computes what was to be expected of the last bars, by release; of weeks alone: of months, too few are ever published. */
export const expectBars = async (
	bars: readonly BarPoint[],
	count: number,
): Promise<ReadonlyMap<string, ExpectedWeek>> => {
	const releases = consecutiveWeeks(bars.map(({ manifest }) => manifest));
	const covered = new Set(releases.map(({ release }) => release));
	const known = bars.filter(({ release }) => covered.has(release));
	const from = Math.max(0, known.length - count);
	const found = await expectWeeks(
		{
			weeks: known.map(({ release }) => release),
			values: known.map(({ value }) => value),
			k: known.at(-1)?.manifest.mechanism.k ?? 0,
		},
		from,
	);
	return new Map(
		known.slice(from).flatMap(({ release }, rank) => {
			const week = found[rank];
			return week ? [[release, week] as const] : [];
		}),
	);
};
