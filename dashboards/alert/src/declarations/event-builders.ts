import { hourOf } from '@vigie/schemas/calendar';
import type { Event } from '@vigie/schemas/events';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy/version';

type EventOf<K extends Event['kind']> = Extract<Event, { kind: K }>;
type EnvelopeField = 'id' | 'revision' | 'retracted' | 'taxonomy' | 'observedAt' | 'kind' | 'version';
/** ContentOf is what a kind says beyond its envelope. */
export type ContentOf<K extends Event['kind']> = Omit<EventOf<K>, EnvelopeField>;

/** Stamp is what makes an event unique and dates it: a UUID v4 and an instant, of which only the hour is kept. */
export interface Stamp {
	readonly id: string;
	readonly now: Date;
}

const envelopeOf = ({ id, now }: Stamp) => ({
	id,
	revision: 0,
	retracted: false,
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(now),
});

/** alertOf builds a one-click alert. */
export const alertOf = (
	stamp: Stamp,
	content: ContentOf<'dysfunction.alerted'>,
): EventOf<'dysfunction.alerted'> => ({
	...envelopeOf(stamp),
	kind: 'dysfunction.alerted',
	version: '1-0-0',
	...content,
});

/** failedProcedureOf builds a failed procedure. */
export const failedProcedureOf = (
	stamp: Stamp,
	content: ContentOf<'procedure.failed'>,
): EventOf<'procedure.failed'> => ({
	...envelopeOf(stamp),
	kind: 'procedure.failed',
	version: '1-0-0',
	...content,
});

/** nonTakeUpOf builds a signal of non-take-up. */
export const nonTakeUpOf = (
	stamp: Stamp,
	content: ContentOf<'nontakeup.signalled'>,
): EventOf<'nontakeup.signalled'> => ({
	...envelopeOf(stamp),
	kind: 'nontakeup.signalled',
	version: '1-0-0',
	...content,
});

/** repairOf builds an answer to "est-ce réparé ?". */
export const repairOf = (
	stamp: Stamp,
	content: ContentOf<'repair.confirmed'>,
): EventOf<'repair.confirmed'> => ({
	...envelopeOf(stamp),
	kind: 'repair.confirmed',
	version: '1-0-0',
	...content,
});

/** referralOf builds a referral. */
export const referralOf = (stamp: Stamp, content: ContentOf<'referral.made'>): EventOf<'referral.made'> => ({
	...envelopeOf(stamp),
	kind: 'referral.made',
	version: '1-0-0',
	...content,
});
