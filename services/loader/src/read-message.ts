import { isUtf8 } from 'node:buffer';
import { hasUniqueNames } from '@vigie/kit/unique-names';
import { Admission } from '@vigie/schemas/admitted-event';
import type { DeadReason } from '@vigie/schemas/dead-letter';
import { createEventReader, type EventTable, type VersionedEvent } from '@vigie/schemas/event-reader';
import { type FieldError, fieldErrorsOf } from '@vigie/schemas/problem';
import { z } from 'zod';
import { judgeCodes, judgeRanges } from './judge-admitted.js';

/** Admitted is what a message on `events.v1` holds: an event in one of the versions that are read, and its admission. */
export interface Admitted {
	readonly event: VersionedEvent;
	readonly admission: Admission;
}

/** Dead is why a message cannot be stored; `errors` says where, never with what value. */
export interface Dead {
	readonly ok: false;
	readonly reason: DeadReason;
	readonly errors: readonly FieldError[];
}

/** Reading is an admitted event, or why the message cannot be stored. */
export type Reading = { readonly ok: true; readonly admitted: Admitted } | Dead;

/** MessageReader reads the value of a message on `events.v1`. Kind and version come from the payload, never from a header. */
export type MessageReader = (value: Buffer | null) => Reading;

// Loose about what is in it: a version of another release must be named as such, whatever its admission looks like.
const Message = z.strictObject({ event: z.unknown(), admission: z.unknown() });

const dead = (reason: DeadReason, errors: readonly FieldError[] = []): Dead => ({
	ok: false,
	reason,
	errors,
});

const under = (name: string, errors: readonly FieldError[]): FieldError[] =>
	errors.map(({ path, code }) => ({ path: path === '' ? name : `${name}.${path}`, code }));

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** judge looks for what both contracts let through, and the store or a closing would stumble over. */
const judge = (admitted: Admitted): Reading => {
	const ranges = judgeRanges(admitted);
	if (ranges.length > 0) return dead('out_of_range', ranges);
	const codes = judgeCodes(admitted);
	if (codes.length === 0) return { ok: true, admitted };
	const isLater = codes.some(({ code }) => code === 'unknown_taxonomy_version');
	return dead(isLater ? 'unknown_taxonomy' : 'unknown_code', codes);
};

/** createMessageReader makes the reader of the versions that a table holds: the last of each kind, and the one before it. */
export const createMessageReader = (table: EventTable<VersionedEvent>): MessageReader => {
	const readEvent = createEventReader(table);
	return (value) => {
		if (value === null || value.length === 0) return dead('empty');
		if (!isUtf8(value)) return dead('not_utf8');
		const text = value.toString('utf8');
		const body = parse(text);
		if (body === undefined) return dead('malformed_json');
		if (!hasUniqueNames(text, body)) return dead('repeated_name');
		const message = Message.safeParse(body);
		if (!message.success) return dead('invalid_event', fieldErrorsOf(message.error));
		const reading = readEvent(message.data.event);
		if (!reading.ok) {
			// A kind of another release is a version of it too: both can be replayed once this one knows them; a broken event cannot.
			const reason = reading.why === 'unknown_kind' ? 'unknown_version' : reading.why;
			return dead(reason, under('event', reading.errors));
		}
		const admission = Admission.safeParse(message.data.admission);
		if (!admission.success)
			return dead('invalid_admission', under('admission', fieldErrorsOf(admission.error)));
		return judge({ event: reading.event, admission: admission.data });
	};
};

const Named = z.object({ event: z.object({ kind: z.string(), version: z.string() }) });

/** schemaOf names the kind and version that a message claims, for the `schema` header of a dead letter; empty when unreadable. */
export const schemaOf = (value: Buffer | null): string => {
	const named = Named.safeParse(parse(value?.toString('utf8') ?? ''));
	const schema = named.success ? `${named.data.event.kind}/${named.data.event.version}` : '';
	// Never a text of a stranger's choosing: only names that could be ours.
	return /^[a-z]{1,32}\.[a-z]{1,32}\/\d{1,3}-\d{1,3}-\d{1,3}$/.test(schema) ? schema : '';
};
