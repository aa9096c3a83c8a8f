import type { Event } from '@vigie/schemas/events';
import type { Dimension } from '@vigie/schemas/lattice';
import type { FieldError } from '@vigie/schemas/problem';
import { isKnownVersion, isPossible, type ListName, readCode } from '@vigie/schemas/taxonomy';
import { codeLists } from './code-lists.js';

/** TaxonomyReader is what intake asks of the taxonomy. */
export interface TaxonomyReader {
	isKnownVersion(version: string): boolean;
	/** Null when the code may be used with that version, else why not. */
	whyRefused(list: ListName, code: string, version: string): string | null;
	isPossible(dimA: Dimension, codeA: string, dimB: Dimension, codeB: string): boolean;
}

/** taxonomyReader reads the taxonomy itself; it remembers the codes that are good, of which there are few hundred. */
export const taxonomyReader = (): TaxonomyReader => {
	const good = new Map<string, Set<string>>();
	return {
		isKnownVersion,
		isPossible,
		whyRefused: (list, code, version) => {
			const key = `${version} ${list}`;
			const known = good.get(key) ?? new Set();
			if (known.has(code)) return null;
			const reading = readCode(list, code, version);
			if (!reading.ok) return reading.error;
			good.set(key, known.add(code));
			return null;
		},
	};
};

const paired = ['platform', 'benefit', 'step', 'failureKind'] as const satisfies readonly Dimension[];

const impossiblePairsOf = (
	codes: ReadonlyMap<string, unknown>,
	isPossiblePair: TaxonomyReader['isPossible'],
): FieldError[] => {
	const present = paired.flatMap((field): [Dimension, string][] => {
		const code = codes.get(field);
		return typeof code === 'string' ? [[field, code]] : [];
	});
	return present.flatMap(([field, code], index) =>
		present
			.slice(0, index)
			.some(([otherField, otherCode]) => !isPossiblePair(otherField, otherCode, field, code))
			? [{ path: field, code: 'impossible_pair' }]
			: [],
	);
};

/**
 * judgeCodes tells what is wrong with an event's codes, with the version of the taxonomy that it names: `unknown_taxonomy_version`,
 * `unknown_code`, `retired_code` or, when each code is good, `impossible_pair`. Empty when nothing is.
 */
export const judgeCodes = (event: Event, reader: TaxonomyReader): FieldError[] => {
	if (!reader.isKnownVersion(event.taxonomy)) return [{ path: 'taxonomy', code: 'unknown_taxonomy_version' }];
	const codes = new Map<string, unknown>(Object.entries(event));
	const errors: FieldError[] = [];
	const read = (list: ListName, code: unknown, path: string): void => {
		if (typeof code !== 'string') return;
		const refusal = reader.whyRefused(list, code, event.taxonomy);
		if (refusal !== null) errors.push({ path, code: refusal });
	};
	for (const [field, list] of Object.entries(codeLists[event.kind])) {
		const value = codes.get(field);
		if (Array.isArray(value)) value.forEach((code, index) => void read(list, code, `${field}.${index}`));
		else read(list, value, field);
	}
	return errors.length > 0 ? errors : impossiblePairsOf(codes, reader.isPossible);
};
