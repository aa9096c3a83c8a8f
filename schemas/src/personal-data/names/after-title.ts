import { commonWords } from '../lists/common-words.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Rule } from '../rule.js';
import type { Word } from '../words.js';
import { extend } from './extend.js';
import {
	hasCapital,
	isListed,
	isOrdinary,
	isParticle,
	isSurname,
	type Reading,
	readNames,
	tierOf,
} from './reading.js';

/** Abbreviations say by themselves that a name follows; words do not: `madame conteste`. */
const abbreviated = new Set('mr mme mlle mle mmes mm dr drs dre mrs vve mgr'.split(' '));
const spelledOut = new Set('monsieur madame mademoiselle messieurs mesdames docteur docteure'.split(' '));
/** These are words of their own: only a name in capitals follows them. */
const beforeCapital = new Set(
	'professeur professeure maitre pr me m monseigneur capitaine commandant colonel'.split(' '),
);
const between = /^(?:\.? ?|\.?\n| ?: ?|\. ?)$/;
const inName = /^(?:\.? ?-? ?|'|\n)$/;
/** What people write for somebody they will not name. */
const nobody = /^[XYZN]$/;
const verbal = /(?:ait|aient|era|erait|ment|ant|ions|tion|eurs|euses|it|ut)$/;
const MOST_SKIPPED = 4;

const isTitle = (word: Word, gap: string): boolean => {
	const { folded, raw } = word;
	if (folded === 'm') return gap.startsWith('.') || raw === 'M';
	if (folded === 'me') return raw === 'Me';
	return abbreviated.has(folded) || spelledOut.has(folded) || beforeCapital.has(folded);
};

const needsCapital = ({ folded, raw }: Word, gap: string): boolean =>
	beforeCapital.has(folded) && !(raw === 'm' && gap.startsWith('. '));

const acceptsSmall = (title: Word, word: Word): boolean => {
	if (tierOf(word) === 'plain' || isSurname(word, true)) return !commonWords.has(word.folded);
	if (isOrdinary(word) || word.raw.length < 3 || verbal.test(word.folded)) return false;
	return (
		abbreviated.has(title.folded) || title.folded === 'm' || !/(?:e|ent|er|ir|re|s|t)$/.test(word.folded)
	);
};

const acceptsAfterParticle = (title: Word, word: Word): boolean =>
	isSurname(word, true) || (abbreviated.has(title.folded) && !isOrdinary(word) && !verbal.test(word.folded));

const ofPlace = new Set('de du d des'.split(' '));

/** After `de` any capital is a name's (`de La Tour`); after `le` an ordinary word is an office (`le Maire`). */
const acceptsCapital = (word: Word, before: readonly Word[]): boolean => {
	const afterParticle = before.length > 0;
	if (before.some(({ folded }) => ofPlace.has(folded)))
		return !tradeWords.has(word.folded) || isSurname(word);
	if (isListed(word)) return !(commonWords.has(word.folded) && tierOf(word) !== 'plain' && afterParticle);
	if (commonWords.has(word.folded)) return false;
	return !(tradeWords.has(word.folded) && (afterParticle || word.shape === 'upper'));
};

interface Skipped {
	/** Where the name itself should stand. */
	readonly at: number;
	readonly particles: readonly Word[];
	/** An initial that nothing follows is all there is of the name: `Mme D.` */
	readonly initialOnly: boolean;
}

/** Titles, initials and particles that stand between a title and the name. */
const skipToName = ({ words, gap }: Reading, first: number): Skipped => {
	const particles: Word[] = [];
	let at = first;
	for (let word = words[at]; word && at - first < MOST_SKIPPED; word = words[at]) {
		const next = words[at + 1];
		if (word.shape === 'initial' && (!inName.test(gap(at)) || !next || !hasCapital(next)))
			return { at, particles, initialOnly: true };
		const initial = word.shape === 'initial' && /^[.-]/.test(gap(at));
		const again = word.shape !== 'initial' && isTitle(word, gap(at)) && between.test(gap(at));
		if (!initial && !again && !(isParticle(word) && inName.test(gap(at)))) break;
		if (!initial && !again) particles.push(word);
		at += 1;
	}
	return { at, particles, initialOnly: false };
};

/** Position of the word that names, after the title at `at`; null when none does. */
const nameAfter = (reading: Reading, at: number): number | null => {
	const { words, gap } = reading;
	const title = words[at];
	if (!title || !between.test(gap(at))) return null;
	const { at: name, particles, initialOnly } = skipToName(reading, at + 1);
	const word = words[name];
	if (!word) return null;
	if (initialOnly) return nobody.test(word.raw) || particles.length > 0 ? null : name;
	if (hasCapital(word)) return acceptsCapital(word, particles) ? name : null;
	if (particles.length > 0) return acceptsAfterParticle(title, word) ? name : null;
	return !needsCapital(title, gap(at)) && acceptsSmall(title, word) ? name : null;
};

/** findNamesAfterTitles finds the people that a title announces: `Mme Dupont`, `M. J.-P. de La Tour`, `dr benali`. */
export const findNamesAfterTitles: Rule = (normalised) => {
	const reading = readNames(normalised);
	return reading.words.flatMap((word, at) => {
		if (!isTitle(word, reading.gap(at))) return [];
		const name = nameAfter(reading, at);
		if (name === null) return [];
		const { end } = extend(reading, name, name);
		return [{ label: 'nom' as const, start: reading.words[at + 1]?.start ?? word.end, end }];
	});
};
