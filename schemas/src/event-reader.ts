import { z } from 'zod';
import type { Event, EventKind } from './events.js';
import { type FieldError, fieldErrorsOf } from './problem.js';

type OfAnyVersion<One> = One extends unknown ? Omit<One, 'version'> & { readonly version: string } : never;

/** VersionedEvent is an event of any version that is read: its version is a text, for a reader may be given a newer table. */
export type VersionedEvent = OfAnyVersion<Event>;

/** EventTable holds the published versions of each kind with their contracts, as `eventSchemas` does. */
export type EventTable<Read extends VersionedEvent> = Readonly<
	Record<EventKind, Readonly<Record<string, z.ZodType<Read>>>>
>;

/** EventReading is an event, or where and why it is none: never a value. */
export type EventReading<Read> =
	| { readonly ok: true; readonly event: Read }
	| {
			readonly ok: false;
			readonly kind: EventKind | 'unknown';
			readonly why: 'unknown_kind' | 'unknown_version' | 'retired_version' | 'invalid_event';
			readonly errors: readonly FieldError[];
	  };

/** EventReader reads a body from outside under the contract of the kind and version that it names. */
export type EventReader<Read> = (body: unknown) => EventReading<Read>;

/** The last published version of a kind and the one before it: senders have a whole version's life to follow. */
const ACCEPTED_VERSIONS = 2;

const Named = z.object({ kind: z.string(), version: z.string() });

/** namesOf gives what a body says it is. By hand when it says so: this is done for every event, twice on its way. */
const namesOf = (body: unknown): z.infer<typeof Named> | z.ZodError => {
	if (typeof body === 'object' && body !== null && 'kind' in body && 'version' in body) {
		const { kind, version } = body;
		if (typeof kind === 'string' && typeof version === 'string') return { kind, version };
	}
	const named = Named.safeParse(body);
	return named.success ? named.data : named.error;
};

const partsOf = (version: string): number[] => version.split('-').map(Number);

/** newestFirst orders versions MAJOR-MINOR-PATCH by their numbers: 1-10-0 is newer than 1-9-0. */
const newestFirst = (left: string, right: string): number => {
	const [mine, theirs] = [partsOf(left), partsOf(right)];
	const at = mine.findIndex((part, index) => part !== theirs[index]);
	return at === -1 ? 0 : (theirs[at] ?? 0) - (mine[at] ?? 0);
};

interface Contract<Read> {
	readonly kind: EventKind;
	/** Null for a version that was published once and is not read any more. */
	readonly schema: z.ZodType<Read> | null;
}

const contractsOf = <Read extends VersionedEvent>(table: EventTable<Read>) => {
	// Maps and not the table itself: a kind named `constructor` would find something there.
	const contracts = new Map<string, ReadonlyMap<string, Contract<Read>>>();
	// Object.keys widens to texts; the keys of the table are exactly the kinds.
	for (const kind of Object.keys(table) as EventKind[]) {
		const versions = Object.entries(table[kind]).sort(([left], [right]) => newestFirst(left, right));
		const byVersion = versions.map(([version, schema], age): [string, Contract<Read>] => [
			version,
			{ kind, schema: age < ACCEPTED_VERSIONS ? schema : null },
		]);
		contracts.set(kind, new Map(byVersion));
	}
	return contracts;
};

/**
 * createEventReader makes a reader that accepts, of each kind, the last published version and the one before it. An event says which
 * it is; nothing else (a header, a guess) does.
 */
export const createEventReader = <Read extends VersionedEvent>(
	table: EventTable<Read>,
): EventReader<Read> => {
	const contracts = contractsOf(table);
	return (body) => {
		const named = namesOf(body);
		if (named instanceof z.ZodError)
			return { ok: false, kind: 'unknown', why: 'invalid_event', errors: fieldErrorsOf(named) };
		const versions = contracts.get(named.kind);
		if (!versions)
			return {
				ok: false,
				kind: 'unknown',
				why: 'unknown_kind',
				errors: [{ path: 'kind', code: 'unknown_kind' }],
			};
		const contract = versions.get(named.version);
		if (!contract?.schema) {
			const why = contract ? 'retired_version' : 'unknown_version';
			return { ok: false, kind: 'unknown', why, errors: [{ path: 'version', code: why }] };
		}
		const parsed = contract.schema.safeParse(body);
		if (parsed.success) return { ok: true, event: parsed.data };
		return {
			ok: false,
			kind: contract.kind,
			why: 'invalid_event',
			errors: fieldErrorsOf(parsed.error),
		};
	};
};
