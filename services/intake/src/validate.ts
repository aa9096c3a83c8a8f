import { hourOf } from '@vigie/schemas/calendar';
import { createEventReader } from '@vigie/schemas/event-reader';
import { type Event, type EventKind, eventSchemas } from '@vigie/schemas/events';
import type { JudgeCodes } from '@vigie/schemas/judge-codes';
import type { FieldError } from '@vigie/schemas/problem';
import type { Moment } from './moment.js';

/** Verdict is an event that may enter, or every reason why it may not; never a value. */
export type Verdict =
	| { readonly ok: true; readonly event: Event }
	| { readonly ok: false; readonly kind: EventKind | 'unknown'; readonly errors: readonly FieldError[] };

const readEvent = createEventReader<Event>(eventSchemas);

const REMEMBERED_HOURS = 2_000;
/** Hours that exist: most events tell of the last few. */
const hours = new Set<string>();

/** isHour tells whether an hour exists: the pattern lets the 30th of February through, which the calendar does not. */
const isHour = (text: string): boolean => {
	if (hours.has(text)) return true;
	const at = new Date(text);
	if (Number.isNaN(at.getTime()) || hourOf(at) !== text) return false;
	if (hours.size >= REMEMBERED_HOURS) hours.clear();
	hours.add(text);
	return true;
};

const judgeHour = (observedAt: string, { earliest, latest }: Moment): FieldError[] => {
	if (!isHour(observedAt)) return [{ path: 'observedAt', code: 'invalid_date' }];
	// All hours are written alike, so that their order is that of their texts.
	if (observedAt < earliest) return [{ path: 'observedAt', code: 'too_old' }];
	return observedAt > latest ? [{ path: 'observedAt', code: 'in_future' }] : [];
};

/** validate judges a body from outside: its contract (kind and version), its codes, and the hour it speaks of. */
export const validate = (body: unknown, moment: Moment, judgeCodes: JudgeCodes): Verdict => {
	const reading = readEvent(body);
	if (!reading.ok) return reading;
	const { event } = reading;
	const errors = [...judgeHour(event.observedAt, moment), ...judgeCodes(event)];
	return errors.length > 0 ? { ok: false, kind: event.kind, errors } : { ok: true, event };
};
