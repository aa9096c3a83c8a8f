import type { Event } from '@vigie/schemas/events';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import type { Declaration } from '../declarations/declaration.js';
import type { FoundReport } from './public-reports.js';

/** A failure is declared before it is told: so long before may a declaration still be of it. */
const BEFORE_MS = 7 * 24 * 3_600_000;

/** agrees tells whether two codes may be of one failure: what either leaves out contradicts nothing. */
const agrees = (left: string | null | undefined, right: string | null | undefined): boolean =>
	left === null || left === undefined || right === null || right === undefined || left === right;

/** isHere tells whether what is told of some territories concerns a département. */
export const isHere = (territories: readonly string[], departement: string): boolean => {
	const region = departements.find(({ code }) => code === departement)?.region;
	return ['FR', departement, `R${region}`].some((territory) => territories.includes(territory));
};

/** isPartOf tells whether a declaration of this device is of the failure that a report is about. */
export const isPartOf = (declaration: Declaration, report: FoundReport, departement: string): boolean => {
	const { event, declaredAt } = declaration;
	if (event.retracted || (event.kind !== 'dysfunction.alerted' && event.kind !== 'procedure.failed'))
		return false;
	return (
		event.platform === report.platform &&
		agrees(event.step, report.step) &&
		agrees(event.failureKind, report.failureKind) &&
		declaredAt >= Date.parse(report.since) - BEFORE_MS &&
		isHere(report.territories, departement)
	);
};

type Vote = Extract<Event, { kind: 'repair.confirmed' }>;

/** voteOn finds what this device last answered about a repair since it takes effect; null when it has not. */
export const voteOn = (declarations: readonly Declaration[], report: FoundReport): Vote | null => {
	const since = Date.parse(report.effectiveFrom ?? `${report.stateSince}T00:00:00Z`);
	const votes = declarations.flatMap(({ event, declaredAt }) =>
		event.kind === 'repair.confirmed' && !event.retracted && declaredAt >= since ? [event] : [],
	);
	return (
		votes.findLast(
			({ platform, step, failureKind }) =>
				platform === report.platform &&
				(step ?? null) === report.step &&
				(failureKind ?? null) === report.failureKind,
		) ?? null
	);
};

/** isAsked tells whether the field is asked about a repair: it was announced, and nothing is settled. */
export const isAsked = ({ state }: FoundReport): boolean => state === 'mended' || state === 'in_observation';
