import { createHash } from 'node:crypto';
import type { Report } from '@vigie/schemas/reports/report';
import type { FactOf, ReportFact } from '@vigie/schemas/reports/report-event';
import { isOpen, transitionTo } from '@vigie/schemas/reports/states';
import type { PublishedSignal, SignalLevel } from '@vigie/schemas/signal';
import { codesOf, ownerOf } from '@vigie/schemas/taxonomy';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A repair that was confirmed is watched for eight weeks; what comes later is another failure. */
const WATCHED_MS = 56 * DAY_MS;
/** A deployment takes its time: what is seen in its first two hours may be the old failure. */
const DEPLOYMENT_MS = 2 * HOUR_MS;
/** What lasts is said again once a day at most. */
const SAID_AGAIN_MS = DAY_MS;

/** SignalEffect is what a published signal does to the reports: facts about one of them, or a new one. */
export interface SignalEffect {
	readonly report: Report | null;
	readonly id: string;
	readonly facts: readonly ReportFact[];
	/** Whether the field speaks by it (a repair holds, or does not); else it is the reporter's own doing. */
	readonly actor: 'reporter' | 'field';
}

const ranks: Readonly<Record<SignalLevel, number>> = { usual: 0, watch: 1, signal: 2, strong: 3 };

const isReported = (level: SignalLevel): level is 'signal' | 'strong' =>
	level === 'signal' || level === 'strong';

/** highestOf gives the level of a report: the highest of its signals. */
const highestOf = (levels: readonly SignalLevel[]): SignalLevel =>
	levels.toSorted((left, right) => ranks[right] - ranks[left])[0] ?? 'usual';

const isSameFailure = (report: Report, { coordinates }: PublishedSignal): boolean =>
	report.platform === coordinates.platform &&
	report.step === coordinates.step &&
	report.failureKind === coordinates.kind;

const idOf = (signal: PublishedSignal): string =>
	`r-${createHash('sha256').update(`${signal.id}/${signal.version}`).digest('hex').slice(0, 24)}`;

/** bodyOf gives who answers for a platform; null for a code that this taxonomy does not know. */
const bodyOf = (platform: string): string | null => {
	const known = codesOf('platforms').find((code) => code === platform);
	return known === undefined ? null : ownerOf(known);
};

const verdictStates = {
	recovered: 'confirmed',
	regressed: 'reopened',
	'in-observation': 'in_observation',
} as const;

const sameWords = (
	report: Report,
	{ verdict, weeksToDecide, mended, broken }: FactOf<'repair_judged'>,
): boolean =>
	report.repair?.verdict === verdict &&
	report.repair.weeksToDecide === weeksToDecide &&
	report.repair.mended === mended &&
	report.repair.broken === broken;

/**
 * verdictOn moves the report whose repair was judged, and no other: a verdict on a repair before the last one says nothing of it. A verdict that
 * closes without a recovery ends with its report, which something else has reopened.
 */
const verdictOn = (signal: PublishedSignal, reports: readonly Report[]): SignalEffect | null => {
	const { verdict, repair, transition } = signal;
	if (verdict === null || repair === undefined) return null;
	if (transition === 'closed' && verdict !== 'recovered') return null;
	const report = reports.find(({ id }) => id === repair.report);
	if (!report || report.effectiveFrom !== repair.effectiveFrom) return null;
	const type = verdictStates[verdict];
	const moves = transitionTo(type)?.from.includes(report.state) ?? false;
	if (!moves && report.state !== type) return null;
	const { weeksToDecide, mended, broken } = repair;
	const judged = {
		type: 'repair_judged',
		signal: signal.id,
		verdict,
		weeksToDecide,
		mended,
		broken,
	} as const;
	const facts: ReportFact[] = [
		...(sameWords(report, judged) ? [] : [judged]),
		...(moves ? [{ type, because: 'verdict', signal: signal.id } as const] : []),
	];
	return facts.length === 0 ? null : { report, id: report.id, facts, actor: 'field' };
};

/** changesOf gives what a signal adds to its report: nothing when it only says once more, the same day, what is known. */
const changesOf = (report: Report, signal: PublishedSignal): ReportFact[] => {
	const { coordinates, level, band, asOf } = signal;
	const known = report.signals.find(({ id }) => id === signal.id);
	const isNews =
		known === undefined ||
		known.level !== level ||
		(band !== null && known.band !== band) ||
		!report.territories.includes(coordinates.territory) ||
		Date.parse(asOf) - Date.parse(report.lastObserved) >= SAID_AGAIN_MS;
	if (!isNews) return [];
	const others = report.signals.filter(({ id }) => id !== signal.id).map((one) => one.level);
	const highest = highestOf([...others, level]);
	return [
		{
			type: 'signal_attached',
			signal: signal.id,
			signalVersion: signal.version,
			level,
			territory: coordinates.territory,
			band,
			asOf,
		},
		...(highest === report.level ? [] : [{ type: 'level_changed', level: highest } as const]),
	];
};

const claimsRepair = ({ state }: Report): boolean => state === 'mended' || state === 'in_observation';

/** comesBack tells whether a signal shows that a repair did not hold: it began after it took effect. */
const comesBack = (report: Report, signal: PublishedSignal): boolean => {
	if (!isReported(signal.level) || report.effectiveFrom === null) return false;
	const since = Date.parse(signal.onset) - Date.parse(report.effectiveFrom);
	if (claimsRepair(report)) return since >= DEPLOYMENT_MS;
	return report.state === 'confirmed' && since >= DEPLOYMENT_MS && since < WATCHED_MS;
};

const opening = (signal: PublishedSignal): SignalEffect | null => {
	const body = bodyOf(signal.coordinates.platform);
	if (body === null || !isReported(signal.level)) return null;
	const { platform, step, kind, territory } = signal.coordinates;
	const { level, band, sentence, onset, asOf } = signal;
	return {
		report: null,
		id: idOf(signal),
		facts: [
			{
				type: 'opened',
				platform,
				step,
				failureKind: kind,
				territory,
				body,
				level,
				band,
				sentence,
				onset,
				asOf,
				signal: signal.id,
				signalVersion: signal.version,
			},
		],
		actor: 'reporter',
	};
};

/**
 * factsOfSignal decides what a published signal does, purely; null when nothing. A signal read again, or an older version of one, does nothing. Only
 * `signal` and `strong` open; there is one open report for a platform, a step and a kind.
 */
export const factsOfSignal = (signal: PublishedSignal, reports: Iterable<Report>): SignalEffect | null => {
	const all = [...reports];
	if (signal.family === 'verdict') return verdictOn(signal, all);
	const isOld = all.some(({ signals }) =>
		signals.some(({ id, version }) => id === signal.id && version >= signal.version),
	);
	if (isOld) return null;
	const same = all.filter((report) => isSameFailure(report, signal));
	const open = same.find(({ state }) => isOpen(state)) ?? same.find((report) => comesBack(report, signal));
	if (!open) return opening(signal);
	const facts = changesOf(open, signal);
	if (facts.length === 0) return null;
	const isNew = !open.signals.some(({ id }) => id === signal.id);
	if (!isNew || !comesBack(open, signal)) return { report: open, id: open.id, facts, actor: 'reporter' };
	return {
		report: open,
		id: open.id,
		facts: [...facts, { type: 'reopened', because: 'signal', signal: signal.id }],
		actor: 'field',
	};
};
