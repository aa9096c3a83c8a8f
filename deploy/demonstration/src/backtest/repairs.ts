import type { Claim } from '@vigie/detector/repairs/claim';
import { judgeClaim } from '@vigie/detector/repairs/judge-claim';
import type { PastWeek } from '@vigie/detector/weekly/series-state';
import { hourOf, weekBounds } from '@vigie/schemas/calendar';
import { FRANCE, type PrivateSignal } from '@vigie/schemas/signal';
import type { Incident } from '../incidents.js';
import type { Episode } from './judge-world.js';
import type { DeclaredWeek } from './outage-delays.js';
import type { Found } from './score.js';

/** RepairFound is what the verdicts made of a repair that a body claims, held against the truth. Weeks count from the one in which it takes effect. */
export interface RepairFound {
	readonly incident: string;
	/** True when the body says so in the middle of the incident: nothing is mended. */
	readonly isTooEarly: boolean;
	readonly recoveredAfter: number | null;
	readonly regressedAfter: number | null;
	/** When another signal tells of the same failure: it reopens the report as a regression does. */
	readonly signalAfter: number | null;
	/** In truth, when it is healthy, and when the failure is there again; null when it never is. */
	readonly healthyAfter: number;
	readonly backAfter: number | null;
}

/** isWrong tells what no verdict may say: that what is broken has recovered, or that what holds has come back. */
export const isWrong = ({ recoveredAfter, regressedAfter, healthyAfter, backAfter }: RepairFound): boolean =>
	(recoveredAfter !== null && recoveredAfter < healthyAfter) ||
	(regressedAfter !== null && regressedAfter >= healthyAfter && regressedAfter < (backAfter ?? Infinity));

/** RepairStory is a claim beside everything that was said of it. */
export interface RepairStory {
	readonly found: RepairFound;
	readonly claim: Claim;
	readonly signals: readonly PrivateSignal[];
}

const HOUR_MS = 3_600_000;
/** Verdicts watch for a new rise so long; what comes later is another incident. */
const WATCHED_WEEKS = 8;
/** A body is in a hurry in incidents of at least so many weeks, this long after they began. */
const [LONG_WEEKS, HURRY_WEEKS] = [7, 3];

/** isJudged tells whether a repair of an incident can be told week by week: a failure of the whole country that lasts at least a week. */
const isJudged = ({ isSignal, outage, departements, platform }: Incident): boolean =>
	isSignal && outage === null && departements === null && platform !== '*';

const coordinatesOf = ({ platform, kinds: [kind], step }: Incident) => ({
	platform,
	kind: kind ?? null,
	step: kind === undefined ? step : null,
});

const nameOf = ({ territory, platform, kind, step }: Episode['coordinates']): string => {
	const suffix = kind === null ? (step === null ? '' : `/step/${step}`) : `/kind/${kind}`;
	return `${territory}/${platform}${suffix}`;
};

/** seriesOfIncident names the series in which an incident is seen best. */
export const seriesOfIncident = (incident: Incident): string =>
	nameOf({ ...coordinatesOf(incident), territory: FRANCE });

const claimOf = (incident: Incident, weeks: readonly DeclaredWeek[], effect: number): Claim | null => {
	const [began, effectWeek] = [weeks[incident.from]?.week, weeks[effect]?.week];
	if (began === undefined || effectWeek === undefined) return null;
	return {
		report: `r-${'0'.repeat(24)}`,
		...coordinatesOf(incident),
		territories: [FRANCE],
		incidentFrom: began,
		effectWeek,
		effectiveFrom: hourOf(new Date(weekBounds(effectWeek).end.getTime() - 4 * HOUR_MS)),
	};
};

const concerns = (claim: Claim, { event }: DeclaredWeek['declared'][number]): boolean =>
	event.platform === claim.platform &&
	(claim.kind === null || event.failureKind === claim.kind) &&
	(claim.step === null || event.step === claim.step);

/** lateOf counts, by week of reception, what tells of days before the repair. */
const lateOf = (claim: Claim, weeks: readonly DeclaredWeek[]): ReadonlyMap<string, number> => {
	const countsFrom = weekBounds(claim.effectWeek).end;
	return new Map(
		weeks
			.filter(({ week }) => week > claim.effectWeek)
			.map(({ week, declared }) => [
				week,
				declared.filter((one) => concerns(claim, one) && new Date(one.event.observedAt) < countsFrom).length,
			]),
	);
};

/** truthOf gives, in truth, when the failure of an incident is healthy after a week, and when it is there again as long as the repair is watched. */
const truthOf = (incident: Incident, incidents: readonly Incident[], effect: number) => {
	const same = incidents.filter(
		(other) =>
			other.isSignal && other.outage === null && seriesOfIncident(other) === seriesOfIncident(incident),
	);
	const isBroken = (week: number): boolean => same.some(({ from, to }) => week >= from && week < to);
	let healthy = effect + 1;
	while (isBroken(healthy)) healthy += 1;
	const after = Array.from({ length: WATCHED_WEEKS }, (_, rank) => healthy + rank);
	const back = after.find(isBroken);
	return { healthyAfter: healthy - effect, backAfter: back === undefined ? null : back - effect };
};

/**
 * judgeRepairs has bodies say that incidents are mended, when they end or too early, and gives what the verdicts made of it. Only what was told of by
 * then has a report that a body can answer.
 */
export const judgeRepairs = (
	incidents: readonly Incident[],
	{ found, episodes }: { readonly found: readonly Found[]; readonly episodes: readonly Episode[] },
	weeks: readonly DeclaredWeek[],
	past: ReadonlyMap<string, ReadonlyMap<string, PastWeek>>,
): readonly RepairStory[] => {
	const until = weeks.at(-1)?.week ?? '';
	const storyOf = (incident: Incident, effect: number, isTooEarly: boolean): readonly RepairStory[] => {
		const claim = claimOf(incident, weeks, effect);
		const series = past.get(seriesOfIncident(incident));
		if (!claim || !series) return [];
		const evidence = {
			weeks: new Map([...series].map(([week, one]) => [week, [one]])),
			late: lateOf(claim, weeks),
			votes: new Map(),
		};
		const signals = judgeClaim(claim, evidence, until, null).map(({ signal }) => signal);
		const after = (verdict: PrivateSignal['verdict']): number | null => {
			const week = signals.find((signal) => signal.verdict === verdict)?.week;
			return week ? weeks.findIndex((one) => one.week === week) - effect : null;
		};
		const again = episodes.find(
			({ coordinates, at }) => at > effect && nameOf(coordinates) === seriesOfIncident(incident),
		);
		const found = {
			incident: incident.id,
			isTooEarly,
			recoveredAfter: after('recovered'),
			regressedAfter: after('regressed'),
			signalAfter: again ? again.at - effect : null,
			...truthOf(incident, incidents, effect),
		};
		return [{ found, claim, signals }];
	};
	const toldIn = new Map(found.map(({ incident, weeks: told }) => [incident, told ?? Infinity]));
	const isTold = ({ id, from }: Incident, effect: number): boolean =>
		from + (toldIn.get(id) ?? Infinity) - 1 <= effect;
	return incidents.filter(isJudged).flatMap((incident) => {
		const [end, early] = [incident.to - 1, incident.from + HURRY_WEEKS];
		const isLong = incident.to - incident.from >= LONG_WEEKS;
		return [
			...(incident.to < weeks.length && isTold(incident, end) ? storyOf(incident, end, false) : []),
			...(isLong && isTold(incident, early) ? storyOf(incident, early, true) : []),
		];
	});
};
