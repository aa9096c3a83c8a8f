import { tradeWords } from '../lists/trade-words.js';
import type { Found } from '../rule.js';
import {
	couldBeName,
	hasCapital,
	isListed,
	isOrdinary,
	isParticle,
	type Reading,
	tierOf,
} from './reading.js';

const beside = /^(?: |-| - |\n)$/;
const afterComma = /^ ?, ?$/;
const afterParticle = /^(?: ?|'|' |-)$/;
const dotted = /^\.? ?-?$/;
const MOST_WORDS = 6;
const MOST_PARTICLES = 3;

const ofPlace = /^(?:de|du|d|des)$/;

/** particlesAt counts the particles from a position on, if a name follows them: after `de`, any word with a capital is one. */
const particlesAt = ({ words, gap }: Reading, at: number): number => {
	let count = 0;
	while (count < MOST_PARTICLES && isParticle(words[at + count]) && afterParticle.test(gap(at + count)))
		count += 1;
	const next = words[at + count];
	if (count === 0 || !next || !hasCapital(next)) return 0;
	const ofSomewhere = ofPlace.test(words[at]?.folded ?? '') && count > 1 && !tradeWords.has(next.folded);
	return ofSomewhere || couldBeName(next) ? count : 0;
};

const takesRight = (reading: Reading, last: number): number => {
	const { words, gap } = reading;
	const next = words[last + 1];
	if (!next) return 0;
	if (afterComma.test(gap(last))) return hasCapital(next) && tierOf(next) !== undefined ? 1 : 0;
	if (!beside.test(gap(last))) return 0;
	if (gap(last) === '\n' && !(hasCapital(next) && isListed(next))) return 0;
	const particles = particlesAt(reading, last + 1);
	if (particles > 0) return particles + 1;
	if (couldBeName(next)) return 1;
	// A word that is also something else, written as a name beside a name: `Jean Petit`.
	if (hasCapital(next) && isListed(next)) return 1;
	// In a text without capitals a name's neighbour is a name, unless it is a word.
	const small = words[last]?.shape === 'lower' && next.shape === 'lower';
	return small && !isOrdinary(next) && next.raw.length > 2 && isListed(words[last] ?? next) ? 1 : 0;
};

const takesLeft = ({ words, gap }: Reading, first: number): number => {
	const before = words[first - 1];
	if (!before) return 0;
	const between = gap(first - 1);
	if (before.shape === 'initial') return dotted.test(between) ? 1 : 0;
	if (!beside.test(between) && !(afterComma.test(between) && before.shape === 'upper')) return 0;
	if (between === '\n' && !isListed(before)) return 0;
	return couldBeName(before) || (hasCapital(before) && isListed(before) && !isOrdinary(before)) ? 1 : 0;
};

/** extend grows the name that stands at `[first, last]` over the words beside it that belong to it. */
export const extend = (reading: Reading, first: number, last: number): Found => {
	let [from, to] = [first, last];
	for (let more = takesRight(reading, to); more > 0 && to - last < MOST_WORDS; more = takesRight(reading, to))
		to += more;
	for (
		let more = takesLeft(reading, from);
		more > 0 && first - from < MOST_WORDS;
		more = takesLeft(reading, from)
	)
		from -= more;
	// The particles of a surname that comes first: `de la Tour Jean`.
	while (isParticle(reading.words[from - 1]) && hasCapital(reading.words[from - 1] ?? noWord) && from > 0)
		from -= 1;
	const { words } = reading;
	return { label: 'nom', start: words[from]?.start ?? 0, end: words[to]?.end ?? 0 };
};

const noWord = { start: 0, end: 0, raw: '', folded: '', shape: 'lower' } as const;
