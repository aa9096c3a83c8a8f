import { createHash, createHmac } from 'node:crypto';
import { isSame } from '@vigie/kit/access/secrets';
import { ATTESTATION_CODE_LENGTH, AttestedFacts } from '@vigie/schemas/attestation';

/** CodeParts are what a code leads to: the first bytes of a published signal's id, its version, and the day on which the page was made. */
export interface CodeParts {
	/** 16 hexadecimal digits. */
	readonly idPrefix: string;
	readonly version: number;
	/** YYYY-MM-DD. */
	readonly issuedOn: string;
}

/** ID_DIGITS is how many digits of a signal's id a code holds: two signals of one stack never share them. */
export const ID_DIGITS = 16;
const MAC_BYTES = 8;
const CODE_BYTES = (ATTESTATION_CODE_LENGTH * 5) / 8;
const FIRST_DAY_MS = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;
/** Crockford's: no I, L, O or U, which are misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

const toText = (bytes: Buffer): string => {
	const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
	const letters = bits.match(/.{5}/g)?.map((five) => ALPHABET[Number.parseInt(five, 2)] ?? '') ?? [];
	return letters.join('').match(/.{4}/g)?.join('-') ?? '';
};

const toBytes = (text: string): Buffer | null => {
	const plain = text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
	if (plain.length !== ATTESTATION_CODE_LENGTH) return null;
	const ranks = [...plain].map((letter) => ALPHABET.indexOf(letter));
	if (ranks.includes(-1)) return null;
	const bits = ranks.map((rank) => rank.toString(2).padStart(5, '0')).join('');
	return Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
};

const partsToBytes = ({ idPrefix, version, issuedOn }: CodeParts): Buffer => {
	const bytes = Buffer.alloc(CODE_BYTES - MAC_BYTES);
	bytes.write(idPrefix, 'hex');
	bytes.writeUInt16BE(version, ID_DIGITS / 2);
	bytes.writeUInt16BE((Date.parse(issuedOn) - FIRST_DAY_MS) / DAY_MS, ID_DIGITS / 2 + 2);
	return bytes;
};

/** canonical writes facts with their keys in the order of the contract, whatever the order they came in. */
const canonical = (facts: AttestedFacts): string => JSON.stringify(AttestedFacts.parse(facts));

/** hashOfFacts is what a page prints of its facts. */
export const hashOfFacts = (facts: AttestedFacts): string =>
	createHash('sha256').update(canonical(facts)).digest('hex');

const macOf = (key: Buffer, parts: Buffer, world: string, facts: AttestedFacts): Buffer =>
	createHmac('sha256', key)
		.update(`vigie/attestation/${world}/`)
		.update(parts)
		.update(canonical(facts))
		.digest()
		.subarray(0, MAC_BYTES);

/** writeCode makes the code of a page: it holds for these facts, this day and this world only. */
export const writeCode = (key: Buffer, parts: CodeParts, world: string, facts: AttestedFacts): string => {
	const bytes = partsToBytes(parts);
	return toText(Buffer.concat([bytes, macOf(key, bytes, world, facts)]));
};

/** readCode gives what a code leads to, as it was typed; null when it is none. It proves nothing yet. */
export const readCode = (text: string): CodeParts | null => {
	const bytes = toBytes(text);
	if (!bytes) return null;
	const days = bytes.readUInt16BE(ID_DIGITS / 2 + 2);
	return {
		idPrefix: bytes.toString('hex', 0, ID_DIGITS / 2),
		version: bytes.readUInt16BE(ID_DIGITS / 2),
		issuedOn: new Date(FIRST_DAY_MS + days * DAY_MS).toISOString().slice(0, 10),
	};
};

/** isCodeOf tells whether a code is the one of these facts, in constant time. */
export const isCodeOf = (
	text: string,
	key: Buffer,
	parts: CodeParts,
	world: string,
	facts: AttestedFacts,
): boolean => {
	const bytes = toBytes(text);
	return bytes !== null && isSame(toText(bytes), writeCode(key, parts, world, facts));
};
