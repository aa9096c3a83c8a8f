import { codeLists } from './code-lists.js';
import type { VersionedEvent } from './event-reader.js';
import type { EventKind } from './events.js';
import type { Dimension } from './lattice.js';
import type { FieldError } from './problem.js';
import { isKnownVersion, isPossible, type ListName, readCode } from './taxonomy.js';

/** TaxonomyReader is what is asked of the taxonomy to judge an event. */
export interface TaxonomyReader {
	isKnownVersion(version: string): boolean;
	/** Null when the code may be used with that version, else why not. */
	whyRefused(list: ListName, code: string, version: string): string | null;
	isPossible(dimA: Dimension, codeA: string, dimB: Dimension, codeB: string): boolean;
}

/** taxonomyReader reads the taxonomy itself; it remembers the codes that are good, of which there are few hundred. */
export const taxonomyReader = (): TaxonomyReader => {
	const good = new Map<string, Map<ListName, Set<string>>>();
	return {
		isKnownVersion,
		isPossible,
		whyRefused: (list, code, version) => {
			if (good.get(version)?.get(list)?.has(code)) return null;
			const reading = readCode(list, code, version);
			if (!reading.ok) return reading.error;
			const lists = good.get(version) ?? new Map<ListName, Set<string>>();
			good.set(version, lists.set(list, (lists.get(list) ?? new Set()).add(code)));
			return null;
		},
	};
};

const fields: Readonly<Record<EventKind, readonly (readonly [string, ListName])[]>> = {
	'dysfunction.alerted': Object.entries(codeLists['dysfunction.alerted']),
	'procedure.failed': Object.entries(codeLists['procedure.failed']),
	'nontakeup.signalled': Object.entries(codeLists['nontakeup.signalled']),
	'referral.made': Object.entries(codeLists['referral.made']),
	'repair.confirmed': Object.entries(codeLists['repair.confirmed']),
};

const paired = ['platform', 'benefit', 'step', 'failureKind'] as const satisfies readonly Dimension[];

type Codes = Readonly<Record<string, unknown>>;

/** impossiblePairs blames the later field of each pair of codes that cannot meet. */
const impossiblePairs = (codes: Codes, reader: TaxonomyReader): FieldError[] => {
	const errors: FieldError[] = [];
	paired.forEach((field, index) => {
		const code = codes[field];
		if (typeof code !== 'string') return;
		const possible = paired.slice(0, index).every((other) => {
			const otherCode = codes[other];
			return typeof otherCode !== 'string' || reader.isPossible(other, otherCode, field, code);
		});
		if (!possible) errors.push({ path: field, code: 'impossible_pair' });
	});
	return errors;
};

const none: readonly FieldError[] = [];
const REMEMBERED = 20_000;

/** JudgeCodes tells what is wrong with an event's codes; empty when nothing is. */
export type JudgeCodes = (event: VersionedEvent) => readonly FieldError[];

/**
 * createJudgeCodes judges codes with the version of the taxonomy that the event names: `unknown_taxonomy_version`,
 * `unknown_code`, `retired_code` or, when each code is good, `impossible_pair`.
 */
export const createJudgeCodes = (reader: TaxonomyReader): JudgeCodes => {
	/** Combinations of good codes that can meet: outages bring the same few again and again. */
	const possible = new Set<string>();

	const readAll = (event: VersionedEvent, codes: Codes): FieldError[] => {
		const errors: FieldError[] = [];
		const read = (list: ListName, code: unknown, path: string): void => {
			if (typeof code !== 'string') return;
			const refusal = reader.whyRefused(list, code, event.taxonomy);
			if (refusal !== null) errors.push({ path, code: refusal });
		};
		for (const [field, list] of fields[event.kind]) {
			const value = codes[field];
			if (value === undefined) continue;
			if (Array.isArray(value)) value.forEach((code, index) => void read(list, code, `${field}.${index}`));
			else read(list, value, field);
		}
		return errors;
	};

	return (event) => {
		if (!reader.isKnownVersion(event.taxonomy))
			return [{ path: 'taxonomy', code: 'unknown_taxonomy_version' }];
		const codes: Codes = event;
		const errors = readAll(event, codes);
		if (errors.length > 0) return errors;

		const combination = `${codes.platform} ${codes.benefit} ${codes.step} ${codes.failureKind}`;
		if (possible.has(combination)) return none;
		const pairs = impossiblePairs(codes, reader);
		if (possible.size >= REMEMBERED) possible.clear();
		if (pairs.length === 0) possible.add(combination);
		return pairs;
	};
};
