import { type Found, type Rule, spansOf } from '../rule.js';

/*
 * Written out, spaced out or in brackets: `jean . dupont (at) mail point fr`. A lone @ is a character like another ("le @ est refusé"):
 * it needs a name on its left and, where there are spaces, a domain on its right that ends as domains do.
 */
const at =
	/[\p{L}0-9] ?(?:@|[([{<|] ?(?:@|at|a|arobase) ?[)\]}>|]|(?<![\p{L}])(?:arr?obas(?:e|que)?|at)(?![\p{L}]))/giu;
const domain =
	/ ?(?: ?[\p{L}0-9_.-]){1,40}? ?(?:[.,]|[([{<] ?(?:point|dot|\.) ?[)\]}>]|(?<![\p{L}])(?:point|dot|pt)(?![\p{L}])) ?(?:f ?r|c ?o ?m|n ?e ?t|o ?r ?g|e ?u|i ?n ?f ?o|b ?e|c ?h|d ?e|l ?u|i ?t|e ?s|p ?t|u ?k|i ?o|r ?e|g ?p|m ?q|y ?t|n ?c|p ?f|b ?z ?h|c ?o|m ?e|m ?a|d ?z|t ?n)(?![\p{L}0-9])/iuy;
const tight = /[\p{L}0-9._%+-]@[\p{L}0-9](?:[\p{L}0-9.-]{0,62}[\p{L}0-9])?/gu;
const localPart = /[\p{L}0-9._%+'-]/u;
const LONGEST_LOCAL = 64;

/** The rest of the name before the @, dots with spaces around them included. */
const withLocalPart = (text: string, found: Found): Found => {
	let { start } = found;
	const lowest = Math.max(0, start - LONGEST_LOCAL);
	while (start > lowest) {
		const before = text[start - 1] ?? '';
		const joins = /[._-]/.test(text[start] ?? '') || /[._-]/.test(text[start - 2] ?? '');
		if (!localPart.test(before) && !(before === ' ' && joins)) break;
		start -= 1;
	}
	return { ...found, start };
};

const writtenOut = (text: string): Found[] =>
	Array.from(text.matchAll(at)).flatMap(({ 0: found, index }): Found[] => {
		domain.lastIndex = index + found.length;
		return domain.test(text) ? [{ label: 'courriel', start: index, end: domain.lastIndex }] : [];
	});

/** findEmails finds e-mail addresses, however they are written. */
export const findEmails: Rule = ({ text }) =>
	[...writtenOut(text), ...spansOf('courriel', text, tight)].map((found) => withLocalPart(text, found));
