import type { Normalised } from '../normalised.js';
import type { Found, Rule } from '../rule.js';
import { ibanKeyHolds } from './check-digits.js';

/** Whole length of an IBAN in the countries whose accounts people in France most often have; others are judged by their key. */
const lengths: Readonly<Record<string, number>> = {
	AD: 24,
	AT: 20,
	BE: 16,
	CH: 21,
	CZ: 24,
	DE: 22,
	DK: 18,
	EE: 20,
	ES: 24,
	FI: 18,
	FR: 27,
	GB: 22,
	GR: 27,
	HR: 21,
	HU: 28,
	IE: 22,
	IT: 27,
	LT: 20,
	LU: 20,
	LV: 21,
	MC: 27,
	MT: 31,
	MU: 30,
	NL: 18,
	NO: 15,
	PL: 28,
	PT: 25,
	RO: 24,
	SE: 24,
	SI: 19,
	SK: 24,
	TN: 24,
	TR: 26,
};
const SHORTEST = 15;
const LONGEST = 34;
const MOST_DIGITS_NEEDED = 12;

const start =
	/(?<![\p{L}0-9])[A-Za-z] ?[A-Za-z] ?[ ./|_-]? ?[0-9OoIl] ?[ ./|_-]? ?[0-9OoIl](?= ?[ ./|_-]? ?[A-Za-z0-9])/gu;
const piece = / ?[ ./|_-]? ?[A-Za-z0-9]/y;

/** Characters of an account from `at` on, with where each of them ends. */
const readFrom = (text: string, at: number): { readonly compact: string; readonly ends: number[] } => {
	let compact = '';
	const ends: number[] = [];
	piece.lastIndex = at;
	while (compact.length < LONGEST && piece.test(text)) {
		compact += text[piece.lastIndex - 1]?.toUpperCase() ?? '';
		ends.push(piece.lastIndex);
	}
	return { compact, ends };
};

/** An account number that a person copied with letters for figures still has its form, though not its key. */
const looksLike = (iban: string): boolean => (iban.match(/[0-9OIL]/g)?.length ?? 0) > MOST_DIGITS_NEEDED;

const judgeAt = (text: string, at: number): Found[] => {
	const { compact, ends } = readFrom(text, at);
	const length = lengths[compact.slice(0, 2)];
	const end = (taken: number): number => ends[taken - 1] ?? at;
	if (length !== undefined && compact.length >= length) {
		const iban = compact.slice(0, length);
		const certain = ibanKeyHolds(iban);
		return certain || looksLike(iban) ? [{ label: 'iban', start: at, end: end(length), certain }] : [];
	}
	if (length !== undefined || compact.length < SHORTEST || !looksLike(compact)) return [];
	for (let taken = SHORTEST; taken <= compact.length; taken += 1) {
		if (!ibanKeyHolds(compact.slice(0, taken))) continue;
		return [{ label: 'iban', start: at, end: end(taken), certain: true }];
	}
	return [];
};

/** findIbans finds bank accounts: a country's length, or any length whose key holds. */
export const findIbans: Rule = ({ text, digits }: Normalised) =>
	[text, digits].flatMap((reading) =>
		Array.from(reading.matchAll(start)).flatMap(({ index }) => judgeAt(reading, index)),
	);
