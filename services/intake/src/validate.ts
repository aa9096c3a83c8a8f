import { hourOf } from '@vigie/schemas/calendar';
import { type Event, type EventKind, eventSchemas } from '@vigie/schemas/events';
import { type FieldError, fieldErrorsOf } from '@vigie/schemas/problem';
import { z } from 'zod';
import type { JudgeCodes } from './judge-codes.js';
import type { Moment } from './moment.js';

/** Verdict is an event that may enter, or every reason why it may not; never a value. */
export type Verdict =
	| { readonly ok: true; readonly event: Event }
	| { readonly ok: false; readonly kind: EventKind | 'unknown'; readonly errors: readonly FieldError[] };

type EventSchema = (typeof eventSchemas)[EventKind][keyof (typeof eventSchemas)[EventKind]];
interface Contract {
	readonly kind: EventKind;
	readonly schema: EventSchema;
}

// A map and not the object itself: a kind named `constructor` would find something there.
const contracts = new Map<string, ReadonlyMap<string, Contract>>();
for (const [name, versions] of Object.entries(eventSchemas)) {
	const byVersion = Object.entries(versions).map(([version, schema]): [string, Contract] => [
		version,
		{ kind: schema.shape.kind.value, schema },
	]);
	contracts.set(name, new Map(byVersion));
}

const Named = z.object({ kind: z.string(), version: z.string() });

const contractOf = (body: unknown): Contract | FieldError[] => {
	const named = Named.safeParse(body);
	if (!named.success) return fieldErrorsOf(named.error);
	const versions = contracts.get(named.data.kind);
	if (!versions) return [{ path: 'kind', code: 'unknown_kind' }];
	return versions.get(named.data.version) ?? [{ path: 'version', code: 'unknown_version' }];
};

const judgeHour = (observedAt: string, { earliest, latest }: Moment): FieldError[] => {
	const at = new Date(observedAt);
	// The pattern lets the 30th of February through, which the calendar does not.
	if (Number.isNaN(at.getTime()) || hourOf(at) !== observedAt)
		return [{ path: 'observedAt', code: 'invalid_date' }];
	// All hours are written alike, so that their order is that of their texts.
	if (observedAt < earliest) return [{ path: 'observedAt', code: 'too_old' }];
	return observedAt > latest ? [{ path: 'observedAt', code: 'in_future' }] : [];
};

/** validate judges a body from outside: its contract (kind and version), its codes, and the hour it speaks of. */
export const validate = (body: unknown, moment: Moment, judgeCodes: JudgeCodes): Verdict => {
	const contract = contractOf(body);
	if (Array.isArray(contract)) return { ok: false, kind: 'unknown', errors: contract };
	const parsed = contract.schema.safeParse(body);
	if (!parsed.success) return { ok: false, kind: contract.kind, errors: fieldErrorsOf(parsed.error) };
	const errors = [...judgeHour(parsed.data.observedAt, moment), ...judgeCodes(parsed.data)];
	return errors.length > 0 ? { ok: false, kind: contract.kind, errors } : { ok: true, event: parsed.data };
};
