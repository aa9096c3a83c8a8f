import { parisDateOf } from '@vigie/schemas/calendar';
import { addWorkingDays } from '@vigie/schemas/holidays';
import type { Report } from '@vigie/schemas/reports/report';
import type { ReportFact } from '@vigie/schemas/reports/report-event';
import { logNormal, uniform } from './chance.js';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** Spread of the delays: a body is sometimes quick and sometimes slow. */
const SIGMA = 0.6;
const SENT_ON = 0.06;
const CONTESTED = 0.12;
const NOT_REPRODUCED = 0.06;
const WORKAROUND = 0.35;
/** The one that never answers. */
const SILENT_BODY = 'INTERIEUR';

/** Answer is what a body of the demonstration does next about a report, and when. */
export interface Answer {
	readonly at: Date;
	readonly fact: ReportFact;
}

/** Days of a body between two steps: from 2 to 20, for ever the same. */
const medianDays = (seed: string, body: string): number => 2 * 10 ** uniform(`${seed}/${body}/median`);

/** atWork moves an instant to the working day it falls on or follows, between 9:00 and 17:00 in UTC. */
const atWork = (at: Date): Date => {
	const day = parisDateOf(at);
	const before = new Date(Date.parse(`${day}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);
	const moved = addWorkingDays(before, 1);
	const hour = 8 + (at.getUTCHours() % 8);
	const minutes = at.toISOString().slice(13);
	const candidate = new Date(`${moved}T${String(hour).padStart(2, '0')}${minutes}`);
	return candidate < at && moved === day ? at : candidate;
};

const hourBefore = (at: Date): string =>
	`${new Date(at.getTime() - HOUR_MS).toISOString().slice(0, 13)}:00:00Z`;

const promised = (at: Date, days: number): string => parisDateOf(new Date(at.getTime() + days * DAY_MS));

/**
 * nextAnswer tells what a body of the demonstration does next: with log-normal delays, some re-attribute, some contest, one never answers. It is
 * drawn from the seed and the report alone. Null when it does nothing: it waits for the field, or somebody real has taken its place.
 */
export const nextAnswer = (report: Report, seed: string): Answer | null => {
	const { body, state } = report;
	const isTaken = report.life.some(({ actor }) => actor.kind === 'body' && actor.account !== null);
	if (body === SILENT_BODY || isTaken) return null;
	const about = `${seed}/${report.id}/${report.version}`;
	const draw = uniform(`${about}/choice`);
	const median = medianDays(seed, body);
	const after = (share: number): Date =>
		atWork(
			new Date(Date.parse(report.stateSince) + logNormal(`${about}/delay`, median * share, SIGMA) * DAY_MS),
		);
	const committed = (at: Date): Answer => ({
		at,
		fact: {
			type: 'committed',
			reason: 'CORRECTIF_PREVU',
			text: null,
			date: promised(at, Math.ceil(median * 1.5)),
		},
	});
	switch (state) {
		case 'opened':
		case 'sent':
		case 'reassigned':
			return { at: after(0.15), fact: { type: 'seen' } };
		case 'seen': {
			const isSentOn = draw < SENT_ON && report.reassignments === 0 && body !== 'DINUM';
			return isSentOn
				? {
						at: after(0.2),
						fact: { type: 'reassigned', reason: 'HORS_PERIMETRE', text: null, target: 'DINUM' },
					}
				: { at: after(0.2), fact: { type: 'acknowledged' } };
		}
		case 'reopened':
			return { at: after(0.2), fact: { type: 'acknowledged' } };
		case 'acknowledged': {
			const at = after(0.6);
			if (draw < CONTESTED)
				return {
					at,
					fact: {
						type: 'contested',
						reason: 'REGLE_DE_DROIT',
						text: 'La règle est appliquée telle qu’elle est écrite.',
					},
				};
			if (draw < CONTESTED + NOT_REPRODUCED)
				return { at, fact: { type: 'not_reproduced', reason: 'NON_OBSERVE', text: null } };
			if (draw > 1 - WORKAROUND && report.workaround === null)
				return {
					at,
					fact: {
						type: 'workaround_published',
						text: 'En attendant, la démarche peut être faite par téléphone ou à l’accueil.',
						validUntil: promised(at, 60),
					},
				};
			return committed(at);
		}
		case 'workaround_published':
			return committed(after(0.5));
		case 'committed': {
			const at = after(1.5);
			return {
				at,
				fact: { type: 'mended', reason: 'CORRECTIF_DEPLOYE', text: null, effectiveFrom: hourBefore(at) },
			};
		}
		case 'not_reproduced':
		case 'contested':
		case 'mended':
		case 'in_observation':
		case 'confirmed':
		case 'lapsed':
			return null;
		default: {
			const never: never = state;
			return never;
		}
	}
};
