import { AdmittedEvent } from '@vigie/schemas/admitted-event';
import { eventSchemas } from '@vigie/schemas/events';
import { z } from 'zod';

/** DeadReason says why a message cannot be stored; it is the `reason` header of a dead letter and a metric's label. */
export type DeadReason =
	| 'empty'
	| 'malformed_json'
	| 'unknown_version'
	| 'invalid_event'
	| 'unmappable_event'
	| 'refused_by_store';

/** Reading is what a message holds: an admitted event, or the reason why it cannot be stored. */
export type Reading =
	| { readonly ok: true; readonly admitted: AdmittedEvent }
	| { readonly ok: false; readonly reason: DeadReason };

const Named = z.object({ event: z.object({ kind: z.string(), version: z.string() }) });

const known = new Set(
	Object.entries(eventSchemas).flatMap(([kind, versions]) =>
		Object.keys(versions).map((version) => `${kind}/${version}`),
	),
);

const parse = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** readMessage parses the value of a message on `events.v1`. Kind and version come from the payload, never from a header. */
export const readMessage = (value: Buffer | null): Reading => {
	if (value === null || value.length === 0) return { ok: false, reason: 'empty' };
	const body = parse(value.toString('utf8'));
	if (body === undefined) return { ok: false, reason: 'malformed_json' };
	const result = AdmittedEvent.safeParse(body);
	if (result.success) return { ok: true, admitted: result.data };
	const named = Named.safeParse(body);
	// A version of another release of Vigie can be replayed once this one knows it; a broken event cannot.
	const isUnknown = named.success && !known.has(`${named.data.event.kind}/${named.data.event.version}`);
	return { ok: false, reason: isUnknown ? 'unknown_version' : 'invalid_event' };
};

/** schemaOf names the kind and version that a message claims, for the `schema` header of a dead letter; empty when unreadable. */
export const schemaOf = (value: Buffer | null): string => {
	const named = Named.safeParse(parse(value?.toString('utf8') ?? ''));
	const schema = named.success ? `${named.data.event.kind}/${named.data.event.version}` : '';
	// Never a text of a stranger's choosing: only names that could be ours.
	return /^[a-z]+\.[a-z]+\/\d{1,3}-\d{1,3}-\d{1,3}$/.test(schema) ? schema : '';
};
