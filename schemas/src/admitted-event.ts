import { z } from 'zod';
import { Code } from './events/envelope.js';
import { Event } from './events.js';

/** Token is an unsigned 64-bit integer in decimal: a keyed hash that means nothing once its week's key is gone. */
export const Token = z.string().regex(/^\d{1,20}$/);

/** Slot is a quarter of an hour, UTC, the finest time that Vigie keeps about a reception. */
export const Slot = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:(00|15|30|45):00Z$/);

/** Admission is all that intake adds to an event; no other trace of who sent it exists. */
export const Admission = z.strictObject({
	receivedSlot: Slot,
	channel: Code,
	roleFamily: Code,
	structureFamily: Code,
	/** Département code, or région code for a referral, which is stored no finer. */
	territory: z.string().regex(/^(\d{2,3}|2A|2B|R\d{2})$/),
	reporterToken: Token,
	structureToken: Token,
	organisationToken: Token,
	/** True when the sender works for the body that owns the platform: such an event satisfies no detection gate. */
	ownPlatform: z.boolean(),
	/** First 64 bits of SHA-256 of the event's canonical JSON: the tie-break between two bodies of one revision. */
	bodyHash: z.string().regex(/^[0-9a-f]{16}$/),
});
export type Admission = z.infer<typeof Admission>;

/** AdmittedEvent is the value of a message on `events.v1`. */
export const AdmittedEvent = z.strictObject({ event: Event, admission: Admission });
export type AdmittedEvent = z.infer<typeof AdmittedEvent>;
