import { z } from 'zod';

/** Code is a taxonomy code: its existence is judged against the lists, with the version that the event names. */
export const Code = z.string().regex(/^[A-Z0-9_]{1,48}$/);

/** Hour is an instant floored to the hour, UTC: minutes would help to single somebody out. */
const Hour = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:00:00Z$/);

/** EventId is a UUID v4 made by the client: the idempotency key end to end (a v7 would leak the minute). */
export const EventId = z.uuidv4();

/** envelope holds the fields every event carries, whatever its kind. Each revision carries the full state. */
export const envelope = {
	id: EventId,
	revision: z.int().min(0).max(999),
	retracted: z.boolean(),
	taxonomy: z.string().regex(/^\d{4}\.\d{1,3}$/),
	observedAt: Hour,
} as const;
