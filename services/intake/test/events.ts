import { randomUUID } from 'node:crypto';
import { hourOf } from '@vigie/schemas/calendar';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';

const HOUR_MS = 60 * 60_000;

/** hoursFromNow gives the hour, as events write it, that many hours ahead (behind, when negative). */
export const hoursFromNow = (hours: number): string => hourOf(new Date(Date.now() + hours * HOUR_MS));

const envelope = () => ({
	id: randomUUID() as string,
	revision: 0,
	retracted: false,
	version: '1-0-0',
	taxonomy: TAXONOMY_VERSION,
	observedAt: hoursFromNow(-1),
});

/** alert is the shortest event that there is. */
export const alert = (change: Record<string, unknown> = {}) => ({
	...envelope(),
	kind: 'dysfunction.alerted',
	platform: 'CAF_MON_COMPTE',
	...change,
});

/** failure is an event with nearly all that one may hold. */
export const failure = (change: Record<string, unknown> = {}) => ({
	...envelope(),
	kind: 'procedure.failed',
	platform: 'CAF_MON_COMPTE',
	benefit: 'RSA',
	procedureChannel: 'WEB',
	step: 'PIECES',
	failureKind: 'PANNE',
	consequence: 'RETARD',
	personsConcerned: 'UNE',
	factors: ['ILLECTRONISME', 'PEUR'],
	...change,
});

/** referral is one step of a circuit. */
export const referral = (change: Record<string, unknown> = {}) => ({
	...envelope(),
	kind: 'referral.made',
	from: 'TS',
	to: 'MN',
	need: 'NUMERIQUE',
	reason: 'SATURATION',
	loop: 'NON',
	hopBucket: 'UN',
	...change,
});
