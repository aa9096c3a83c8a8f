import { createHash } from 'node:crypto';

/**
 * canonicalJson writes a JSON value in one way only: keys in the order of their UTF-16 units, no white space (RFC 8785 for
 * the strings, integers and booleans that events hold). Two bodies that differ only in their layout become the same text.
 */
export const canonicalJson = (value: unknown): string => {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const entries = Object.entries(value).filter(([, field]) => field !== undefined);
	entries.sort(([left], [right]) => (left < right ? -1 : 1));
	return `{${entries.map(([key, field]) => `${JSON.stringify(key)}:${canonicalJson(field)}`).join(',')}}`;
};

/** bodyHashOf is the first 64 bits of the SHA-256 of the canonical JSON, as 16 hexadecimal digits: the tie-break between two bodies of one revision. */
export const bodyHashOf = (body: unknown): string =>
	createHash('sha256').update(canonicalJson(body), 'utf8').digest('hex').slice(0, 16);
