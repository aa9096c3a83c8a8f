import type { Actor, FactOf, ReportEvent, ReportFact } from './report-event.js';
import { type ReportState, reportStates, transitionTo } from './states.js';

type Opened = FactOf<'opened'>;

/** Duty is what a body owes since when: it begins anew with an opening, a reassignment and a reopening. */
export interface Duty {
	readonly since: string;
	readonly level: Opened['level'];
	/** When the level rose to strong afterwards; null while it has not. */
	readonly strongSince: string | null;
}

/** AttachedSignal is what a signal of a report last said. */
export interface AttachedSignal {
	readonly id: string;
	readonly version: number;
	readonly level: Opened['level'];
	readonly band: Opened['band'];
}

/** Life is one line of a report's life: an event without its contract. */
export interface Life {
	readonly version: number;
	readonly at: string;
	readonly actor: Actor;
	readonly fact: ReportFact;
}

/** JudgedRepair is what was last said of a repair, and when. */
export type JudgedRepair = Omit<FactOf<'repair_judged'>, 'type' | 'signal'> & { readonly at: string };

/** Report is an aggregate as its events make it, and nothing else makes it. */
export interface Report {
	readonly id: string;
	readonly version: number;
	readonly state: ReportState;
	readonly stateSince: string;
	readonly platform: string;
	readonly step: string | null;
	readonly failureKind: string | null;
	readonly territories: readonly string[];
	/** Who must answer now, and who was asked first. */
	readonly body: string;
	readonly firstBody: string;
	readonly reassignments: number;
	readonly level: Opened['level'];
	readonly band: Opened['band'];
	readonly sentence: Opened['sentence'];
	readonly onset: string;
	readonly openedAt: string;
	readonly lastObserved: string;
	readonly signals: readonly AttachedSignal[];
	readonly duty: Duty;
	readonly workaround: { readonly text: string; readonly validUntil: string } | null;
	readonly commitment: string | null;
	readonly effectiveFrom: string | null;
	/** What the field makes of that repair; null before it was judged. */
	readonly repair: JudgedRepair | null;
	readonly answer: {
		readonly state: ReportState;
		readonly reason: string;
		readonly text: string | null;
	} | null;
	readonly rightOfReply: string | null;
	readonly life: readonly Life[];
}

/** ReportOutOfOrder is thrown on an event that cannot follow: the log holds what no writer may write. */
export class ReportOutOfOrder extends Error {
	override name = 'ReportOutOfOrder';
}

const lifeOf = ({ version, at, actor, fact }: ReportEvent): Life => ({ version, at, actor, fact });

const open = (event: ReportEvent, fact: Opened): Report => ({
	id: event.report,
	version: event.version,
	state: 'opened',
	stateSince: event.at,
	platform: fact.platform,
	step: fact.step,
	failureKind: fact.failureKind,
	territories: [fact.territory],
	body: fact.body,
	firstBody: fact.body,
	reassignments: 0,
	level: fact.level,
	band: fact.band,
	sentence: fact.sentence,
	onset: fact.onset,
	openedAt: event.at,
	lastObserved: fact.asOf,
	signals: [{ id: fact.signal, version: fact.signalVersion, level: fact.level, band: fact.band }],
	duty: { since: event.at, level: fact.level, strongSince: null },
	workaround: null,
	commitment: null,
	effectiveFrom: null,
	repair: null,
	answer: null,
	rightOfReply: null,
	life: [lifeOf(event)],
});

const lastOf = (left: string, right: string): string => {
	if (left > right) return left;
	return right;
};

const including = (list: readonly string[], one: string): readonly string[] =>
	list.includes(one) ? list : [...list, one];

const isKnownState = (type: string): type is ReportState => type in reportStates;

/** stateAfter gives the state that a fact leads to, or throws when the machine does not know that way. */
const stateAfter = ({ state }: Report, { type }: ReportFact): ReportState | null => {
	if (!isKnownState(type)) return null;
	if (!transitionTo(type)?.from.includes(state)) throw new ReportOutOfOrder(`${state} to ${type}`);
	return type;
};

/** changeOf gives the fields that a fact changes, state apart. */
const changeOf = (report: Report, { at, fact }: ReportEvent): Partial<Report> => {
	switch (fact.type) {
		case 'signal_attached':
			return {
				signals: [
					...report.signals.filter(({ id }) => id !== fact.signal),
					{ id: fact.signal, version: fact.signalVersion, level: fact.level, band: fact.band },
				],
				territories: including(report.territories, fact.territory),
				band: fact.band ?? report.band,
				lastObserved: lastOf(fact.asOf, report.lastObserved),
			};
		case 'level_changed': {
			const rises = fact.level === 'strong' && report.duty.strongSince === null;
			return {
				level: fact.level,
				duty: rises ? { ...report.duty, strongSince: at } : report.duty,
			};
		}
		case 'reassigned':
			return {
				body: fact.target,
				reassignments: report.reassignments + 1,
				duty: { since: at, level: report.level, strongSince: null },
			};
		case 'not_reproduced':
		case 'contested':
			return { answer: { state: fact.type, reason: fact.reason, text: fact.text } };
		case 'workaround_published':
			return { workaround: { text: fact.text, validUntil: fact.validUntil } };
		case 'committed':
			return {
				commitment: fact.date,
				answer: { state: fact.type, reason: fact.reason, text: fact.text },
			};
		case 'mended':
			return {
				effectiveFrom: fact.effectiveFrom,
				repair: null,
				answer: { state: fact.type, reason: fact.reason, text: fact.text },
			};
		case 'reopened':
			return {
				commitment: null,
				answer: null,
				duty: { since: at, level: report.level, strongSince: null },
			};
		case 'repair_judged': {
			const { verdict, weeksToDecide, mended, broken } = fact;
			return { repair: { verdict, weeksToDecide, mended, broken, at } };
		}
		case 'right_of_reply':
			return { rightOfReply: fact.text };
		case 'opened':
		case 'sent':
		case 'delivery_recorded':
		case 'seen':
		case 'acknowledged':
		case 'in_observation':
		case 'confirmed':
		case 'lapsed':
			return {};
		default: {
			const never: never = fact;
			return never;
		}
	}
};

/**
 * applyEvent folds one event into a report (null before its first): pure, and the same whoever reads the log. It throws ReportOutOfOrder on
 * an event that cannot follow.
 */
export const applyEvent = (report: Report | null, event: ReportEvent): Report => {
	if (report === null) {
		if (event.fact.type !== 'opened' || event.version !== 1) throw new ReportOutOfOrder('not opened');
		return open(event, event.fact);
	}
	if (event.report !== report.id || event.version !== report.version + 1)
		throw new ReportOutOfOrder(`version ${event.version} after ${report.version}`);
	const state = stateAfter(report, event.fact);
	return {
		...report,
		...changeOf(report, event),
		...(state === null ? {} : { state, stateSince: event.at }),
		version: event.version,
		life: [...report.life, lifeOf(event)],
	};
};
