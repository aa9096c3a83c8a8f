import { hash } from 'node:crypto';

/** What JSON writes as it is, between two quotes. */
const plain = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;
const writeText = (text: string): string => (plain.test(text) ? `"${text}"` : JSON.stringify(text));

const writeArray = (items: readonly unknown[]): string => `[${items.map(canonicalJson).join(',')}]`;

/**
 * canonicalJson writes a JSON value in one way only: names in the order of their UTF-16 units, no white space (RFC 8785 for
 * the texts, integers and booleans that events hold). Two bodies that differ only in their layout become the same text.
 */
export const canonicalJson = (value: unknown): string => {
	if (typeof value === 'string') return writeText(value);
	if (Array.isArray(value)) return writeArray(value);
	if (value === null || typeof value !== 'object') return JSON.stringify(value);
	const fields: Readonly<Record<string, unknown>> = { ...value };
	let text = '';
	for (const name of Object.keys(fields).sort()) {
		const field = fields[name];
		if (field !== undefined) text += `${text === '' ? '' : ','}${writeText(name)}:${canonicalJson(field)}`;
	}
	return `{${text}}`;
};

/** bodyHashOf is the first 64 bits of the SHA-256 of the canonical JSON, as 16 hexadecimal digits: the tie-break between two bodies of one revision. */
export const bodyHashOf = (body: unknown): string => hash('sha256', canonicalJson(body), 'hex').slice(0, 16);
