import type { benchDrift } from './drift.js';
import type { benchFdr } from './fdr.js';
import type { benchHistory } from './history.js';
import type { benchOutage } from './outage.js';
import type { benchSpeed } from './speed.js';
import type { Scores } from './tally.js';
import type { benchWeekly } from './weekly.js';

/** Results holds what each bench that ran gave. */
export interface Results {
	weekly?: ReturnType<typeof benchWeekly>;
	history?: ReturnType<typeof benchHistory>;
	drift?: Readonly<Record<'farringtonFlexible' | 'harmonic', ReturnType<typeof benchDrift>>>;
	outage?: ReturnType<typeof benchOutage>;
	fdr?: ReturnType<typeof benchFdr>;
	speed?: Awaited<ReturnType<typeof benchSpeed>>;
}

/** Verdict is a figure held against what was promised. */
interface Verdict {
	readonly name: string;
	readonly value: number;
	readonly atLeast?: number;
	readonly atMost?: number;
	/** Standard error: two of them are allowed for where the promise says so. */
	readonly se?: number;
}

const holds = ({ value, atLeast = -Infinity, atMost = Infinity, se = 0 }: Verdict): boolean =>
	value >= atLeast - 2 * se && value <= atMost + 2 * se;

const weeklyVerdicts = ({ farringtonFlexible: ff, harmonic, union }: Record<string, Scores>): Verdict[] => {
	if (!ff || !harmonic || !union) return [];
	return [
		{ name: 'farringtonFlexible FPR', value: ff.fpr, atLeast: 0.006, atMost: 0.01 },
		{ name: 'farringtonFlexible POD', value: ff.pod, atLeast: 0.47, atMost: 0.54 },
		{ name: 'farringtonFlexible PPV', value: ff.ppv, atLeast: 0.63, atMost: 0.72 },
		{ name: 'harmonic FPR', value: harmonic.fpr, atMost: 0.011 },
		{ name: 'harmonic POD', value: harmonic.pod, atLeast: Math.round(1e5 * (ff.pod - 0.03)) / 1e5 },
		{ name: 'union FPR', value: union.fpr, atMost: Math.min(ff.fpr, harmonic.fpr) },
		{ name: 'union POD', value: union.pod, atLeast: Math.max(ff.pod, harmonic.pod) },
	];
};

const driftVerdicts = (drift: NonNullable<Results['drift']>): Verdict[] =>
	(['farringtonFlexible', 'harmonic'] as const).flatMap((mode) => {
		const [evidence, weekly, union] = ['e-SR > 250', 'weekly', 'union'].map((rule) => drift[mode][rule]);
		const ramp = evidence?.found['x1.6 ramp'];
		if (!evidence || !ramp || !weekly || !union) return [];
		const foundBy = (scores: typeof union): number =>
			Object.values(scores.found).reduce((sum, { within26 }) => sum + within26, 0);
		return [
			{ name: `${mode} e-SR x1.6 ramp in 26 weeks`, value: ramp.within26, atLeast: 0.77, se: ramp.se },
			{
				name: `${mode} e-SR false in 49 weeks`,
				value: evidence.falseIn49Weeks,
				atMost: 0.14,
				se: evidence.se,
			},
			{ name: `${mode} union, drifts found`, value: foundBy(union), atLeast: foundBy(weekly) },
		];
	});

const OUTAGES = { '+3/h': 0.45, '+10/h': 0.78, '+30/h': 0.99 } as const;

/** Judged are the rule whose thresholds are tuned on these very days, and the service's own, of all reports and with those of each kind. */
const outageVerdicts = (outage: NonNullable<Results['outage']>): Verdict[] =>
	(['either', 'fixed', 'fixedWithKinds'] as const).flatMap((rule) => {
		const scores = outage[rule];
		if (!scores) return [];
		const { found, falseAYear, falseAYearSe } = scores;
		return [
			{ name: `outage, ${rule}: false a year`, value: falseAYear, atMost: 0.1, se: falseAYearSe },
			...Object.entries(OUTAGES).flatMap(([size, atLeast]) => {
				const share = found[size];
				return share
					? [{ name: `outage, ${rule}: ${size} within 4 h`, value: share.share, atLeast, se: share.se }]
					: [];
			}),
		];
	});

const fdrVerdicts = ({ families, uniformity, likelihoodRatio }: NonNullable<Results['fdr']>): Verdict[] => [
	...families.map(({ phi, fdr, se }) => ({ name: `FDR, phi ${phi}`, value: fdr, atMost: 0.1, se })),
	{ name: 'uniform p-values, KS p', value: uniformity.p, atLeast: 0.01 },
	{
		name: 'mean likelihood ratio',
		value: likelihoodRatio.mean,
		atLeast: 1,
		atMost: 1,
		se: 1.5 * likelihoodRatio.se,
	},
];

const YOUNG = ['10 weeks', '26 weeks', '52 weeks'] as const;

const verdictsOf = ({ weekly, history, drift, outage, fdr, speed }: Results): Verdict[] => [
	...(weekly ? weeklyVerdicts(weekly) : []),
	...(history
		? YOUNG.map((weeks) => ({ name: `FPR on ${weeks}`, value: history[weeks]?.fpr ?? 1, atMost: 0.015 }))
		: []),
	...(drift ? driftVerdicts(drift) : []),
	...(outage ? outageVerdicts(outage) : []),
	...(fdr ? fdrVerdicts(fdr) : []),
	...(speed
		? [
				{ name: 'weekly run, ms', value: speed.weeklyMs, atMost: 5_000 },
				{ name: 'weekly run of young series, ms', value: speed.weeklyYoungMs, atMost: 5_000 },
				{ name: 'quarter-hour run, ms', value: speed.quarterHourMs, atMost: 1_000 },
			]
		: []),
];

/** tellVerdicts says which promises the results keep, and gives how many they do not. */
export const tellVerdicts = (results: Results, tell: (line: string) => void): number => {
	const verdicts = verdictsOf(results);
	for (const verdict of verdicts) {
		const { name, value, atLeast, atMost, se } = verdict;
		const bounds = [
			...(atLeast === undefined ? [] : [`>= ${atLeast}`]),
			...(atMost === undefined ? [] : [`<= ${atMost}`]),
		];
		const slack = se === undefined ? '' : `, se ${se}`;
		tell(
			`${holds(verdict) ? 'ok    ' : 'MISSED'} ${name.padEnd(44)} ${value}  (${bounds.join(', ')}${slack})`,
		);
	}
	return verdicts.filter((verdict) => !holds(verdict)).length;
};
