import { addWeeks } from '@vigie/schemas/calendar';
import type { PrivateSignal } from '@vigie/schemas/signal';
import { scopeOf } from '../live/places.js';
import { type FieldWord, settleRepair, type VotesOfWeek, weighVotes } from '../statistics/field-votes.js';
import { sumOfWeeks } from '../statistics/judgement.js';
import type { Level } from '../statistics/levels.js';
import { judgeRepair, type Observed, type Repair, type RepairVerdict } from '../statistics/repair.js';
import type { Detected } from '../store/signal-store.js';
import { weeksBetween } from '../weekly/read-weeks.js';
import type { PastWeek } from '../weekly/series-state.js';
import { seriesOfSignal, slotOfWeek, weeklySignal } from '../weekly/weekly-signal.js';
import { type Claim, claimName, coordinatesOf } from './claim.js';
import { type Evidence, incidentFrom, NOBODY } from './evidence.js';

/** REPAIR_MODEL is raised when the same inputs would give another verdict. */
const REPAIR_MODEL = { name: 'repair-e-values', version: '1' } as const;

/** ClaimLook is what a run makes of a repair in one week. */
export interface ClaimLook {
	readonly repair: Repair;
	readonly votes: readonly VotesOfWeek[];
	readonly word: FieldWord;
	readonly counted: RepairVerdict;
	readonly verdict: RepairVerdict['verdict'];
	/** Structures behind it: of the incident, or of what came back. */
	readonly structures: number;
}

const most = (weeks: readonly (readonly PastWeek[])[], of: (week: PastWeek) => number): number =>
	Math.max(0, ...weeks.map((week) => week.reduce((sum, one) => sum + of(one), 0)));

/** observedOf adds up the territories of a week, less what tells of days before the repair: event time counts, not reception. */
const observedOf = (week: readonly PastWeek[], late = 0): Observed => {
	const { mu, phi, spread } = sumOfWeeks(week);
	return {
		y: Math.max(0, week.reduce((sum, { y }) => sum + y, 0) - late),
		mu,
		phi,
		squaredError: mu > 0 ? Math.max(0, spread - phi) / mu : 0,
	};
};

/** Weeks as the incident begins, and how far above them what is expected may rise afterwards, by season and growth. */
const [FIRST_WEEKS, RISE] = [3, 1.25];

/**
 * unlearnt holds weeks against what was expected as the incident began, or little above: as long as it is not known for one, an incident teaches its
 * own level to what is expected, and its return would then be as usual.
 */
const unlearnt = (first: readonly Observed[]): ((week: Observed) => Observed) => {
	const begun = first.slice(0, FIRST_WEEKS);
	const highest = Math.max(...begun.map(({ mu }) => mu)) * RISE;
	const surest = Math.max(...begun.map(({ squaredError }) => squaredError));
	return begun.length === 0
		? (week) => week
		: ({ y, mu, phi, squaredError }) => ({
				y,
				mu: Math.min(mu, highest),
				phi,
				squaredError: Math.min(squaredError, surest),
			});
};

/**
 * lookAtClaim judges a repair with what is known up to a week. Counts are those that the weekly run heard: what one structure floods, or one département
 * alone, brings nothing beyond what is expected.
 */
export const lookAtClaim = (claim: Claim, { weeks, late, votes }: Evidence, until: string): ClaimLook => {
	const { effectWeek } = claim;
	const [territory = 'FR'] = claim.territories;
	const known = (from: string, to: string): { week: string; past: readonly PastWeek[] }[] =>
		weeksBetween(from, to).flatMap((week) => {
			const past = weeks.get(week);
			return past ? [{ week, past }] : [];
		});
	const before = known(incidentFrom(claim), addWeeks(effectWeek, -1));
	// What broke and was mended in one week is known from that week alone.
	const incident = before.length > 0 ? before : known(effectWeek, effectWeek);
	const after = known(addWeeks(effectWeek, 1), until);
	const pastOf = ({ past }: { readonly past: readonly PastWeek[] }): readonly PastWeek[] => past;
	const broken = incident.map(({ past }) => observedOf(past));
	const healthy = unlearnt(broken);
	const repair: Repair = {
		incident: broken.map(healthy),
		after: after.map(({ week, past }) => healthy(observedOf(past, late.get(week)))),
		reporters: most(after.map(pastOf), ({ witnesses }) => witnesses.reporters),
	};
	const answered = weeksBetween(effectWeek, until).flatMap((week) => votes.get(week) ?? []);
	const word = weighVotes(answered, scopeOf(territory));
	const counted = judgeRepair(repair);
	const verdict = settleRepair(counted, word);
	const behind = verdict === 'regressed' ? after : incident;
	return {
		repair,
		votes: answered,
		word,
		counted,
		verdict,
		structures: most(behind.map(pastOf), ({ witnesses }) => witnesses.structures),
	};
};

/** As much evidence as makes a national rise strong. */
const STRONG = 1e4;

const levelOf = ({ verdict, counted }: ClaimLook): Level => {
	if (verdict === 'recovered') return 'usual';
	if (verdict === 'in-observation') return 'watch';
	return counted.regressed >= STRONG ? 'strong' : 'signal';
};

const answeredOf = ({ votes }: ClaimLook): { readonly mended: number; readonly broken: number } => {
	const { mended = NOBODY, broken = NOBODY } =
		votes.findLast((week) => week.mended.structures + week.broken.structures > 0) ?? {};
	return { mended: mended.structures, broken: broken.structures };
};

const signalOf = (
	claim: Claim,
	week: string,
	look: ClaimLook,
	before: PrivateSignal | null,
	said: { readonly level: Level; readonly verdict: RepairVerdict['verdict'] },
): Detected | null => {
	const [coordinates] = coordinatesOf(claim);
	if (!coordinates) return null;
	const { report, effectiveFrom, effectWeek } = claim;
	const { repair, votes, word, counted, verdict, structures } = look;
	return weeklySignal({
		family: 'verdict',
		name: { id: claimName(claim), coordinates },
		week,
		...said,
		onset: effectWeek,
		structuresOf: () => structures,
		inputs: { claim, repair, votes, word, counted, verdict },
		before,
		repair: {
			report,
			effectiveFrom,
			weeksToDecide: said.verdict === 'in-observation' ? counted.weeksToDecide : null,
			...answeredOf(look),
		},
		model: REPAIR_MODEL,
	});
};

/** isSettled tells that a signal said all there is to say: what has come back is told, and the report with it. */
const isSettled = (before: PrivateSignal | null, verdict: RepairVerdict['verdict']): boolean =>
	before !== null &&
	(before.verdict === 'regressed' || (before.verdict === 'recovered' && verdict !== 'regressed'));

/**
 * judgeClaim gives what is new to say of a repair, week after week up to the last one judged: in observation from the week of its effect, until it
 * has recovered or comes back. A repair that was confirmed is watched on. `before` is what was said last.
 */
export const judgeClaim = (
	claim: Claim,
	evidence: Evidence,
	until: string,
	before: PrivateSignal | null,
): readonly Detected[] => {
	const detected: Detected[] = [];
	let last = before;
	const say = (one: Detected | null): void => {
		if (one === null) return;
		detected.push(one);
		last = one.signal;
	};
	for (const week of weeksBetween(claim.effectWeek, until)) {
		if ((last !== null && slotOfWeek(week) <= last.asOf) || !evidence.weeks.has(week)) continue;
		const look = lookAtClaim(claim, evidence, week);
		if (isSettled(last, look.verdict)) continue;
		// Nothing ends that was never begun.
		if (look.verdict === 'recovered' && (last === null || last.transition === 'closed'))
			say(signalOf(claim, week, look, last, { level: 'watch', verdict: 'in-observation' }));
		say(signalOf(claim, week, look, last, { level: levelOf(look), verdict: look.verdict }));
	}
	return detected;
};

/** endClaim closes a verdict whose report claims no repair any more, with its last word. */
export const endClaim = ({ series, signal, inputs }: Detected, week: string): Detected => ({
	series,
	inputs,
	signal: {
		...signal,
		version: signal.version + 1,
		transition: 'closed',
		level: 'usual',
		asOf: slotOfWeek(week),
		week,
	},
});

/** seriesOfClaim names a repair in the detector's memory. */
export const seriesOfClaim = (claim: Claim): string => seriesOfSignal('verdict', claimName(claim));
