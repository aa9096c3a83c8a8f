import { SCORED, SCORED_FROM, type Simulated } from './scenarios.js';

/** Scores are shares, in [0, 1], with their Monte Carlo standard errors where bounds are set on them. */
export interface Scores {
	readonly fpr: number;
	readonly fprSe: number;
	readonly pod: number;
	readonly podSe: number;
	readonly pod1w: number;
	readonly sensitivity: number;
	readonly specificity: number;
	readonly ppv: number;
	readonly series: number;
}

const round = (value: number): number => Math.round(value * 1e5) / 1e5;

/** createTally scores alarms as the published comparisons do. */
export const createTally = () => {
	const rates: number[] = [];
	let [outbreaks, found, foundAtOnce] = [0, 0, 0];
	const weeks = { hit: 0, missed: 0, raised: 0, quiet: 0 };

	const addOutbreak = (alarms: readonly boolean[], { start, end }: { start: number; end: number }): void => {
		outbreaks += 1;
		let isFound = false;
		alarms.forEach((alarm, index) => {
			const week = SCORED_FROM + index;
			const isIn = week >= start && week <= end;
			if (isIn && alarm) weeks.hit += 1;
			else if (isIn) weeks.missed += 1;
			else if (alarm) weeks.raised += 1;
			else weeks.quiet += 1;
			isFound ||= isIn && alarm;
		});
		if (isFound) found += 1;
		if (alarms[start - SCORED_FROM]) foundAtOnce += 1;
	};

	return {
		/** add counts the 49 scored weeks of a series. */
		add: (series: Simulated, alarms: readonly boolean[]): void => {
			if (series.outbreak) addOutbreak(alarms, series.outbreak);
			else rates.push(alarms.filter(Boolean).length / SCORED);
		},
		scores: (): Scores => {
			const fpr = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
			const spread = rates.reduce((sum, rate) => sum + (rate - fpr) ** 2, 0) / (rates.length - 1);
			const pod = found / outbreaks;
			return {
				fpr: round(fpr),
				fprSe: round(Math.sqrt(spread / rates.length)),
				pod: round(pod),
				podSe: round(Math.sqrt((pod * (1 - pod)) / outbreaks)),
				pod1w: round(foundAtOnce / outbreaks),
				sensitivity: round(weeks.hit / (weeks.hit + weeks.missed)),
				specificity: round(weeks.quiet / (weeks.quiet + weeks.raised)),
				ppv: round(weeks.hit / Math.max(1, weeks.hit + weeks.raised)),
				series: rates.length + outbreaks,
			};
		},
	};
};
