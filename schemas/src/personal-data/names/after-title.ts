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

const acceptsCapital = (word: Word, afterParticle: boolean): boolean => {
	if (isListed(word)) return !(commonWords.has(word.folded) && tierOf(word) !== 'plain' && afterParticle);
	if (commonWords.has(word.folded)) return false;
	return !(tradeWords.has(word.folded) && (afterParticle || word.shape === 'upper'));
};

/** Position of the word that names, after the title at `at`; null when none does. */
const nameAfter = (reading: Reading, at: number): number | null => {
	const { words, gap } = reading;
	const title = words[at];
	if (!title || !between.test(gap(at))) return null;
	let next = at + 1;
	let afterParticle = false;
	for (let skipped = 0; skipped < MOST_SKIPPED; skipped += 1) {
		const word = words[next];
		if (!word) return null;
		const again = isTitle(word, gap(next)) && word.shape !== 'initial' && between.test(gap(next));
		const initial = word.shape === 'initial' && /^[.-]/.test(gap(next));
		if (initial && !inName.test(gap(next))) return nobody.test(word.raw) ? null : next;
		if (!again && !initial && !(isParticle(word) && inName.test(gap(next)))) break;
		if (initial && !(words[next + 1] && hasCapital(words[next + 1] ?? word)))
			return nobody.test(word.raw) ? null : next;
		afterParticle ||= !again && !initial;
		next += 1;
	}
	const word = words[next];
	if (!word) return null;
	if (word.shape === 'initial') return nobody.test(word.raw) || afterParticle ? null : next;
	if (hasCapital(word)) return acceptsCapital(word, afterParticle) ? next : null;
	if (needsCapital(title, gap(at)) || afterParticle)
		return isSurname(word, true) && afterParticle ? next : null;
	return acceptsSmall(title, word) ? next : null;
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
