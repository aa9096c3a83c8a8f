import type { Found, Rule } from '../rule.js';

/** Words after which a date, or a year alone, is a birth: as folded, so that `ne` needs a closer look. */
const births = new Set('nee nes nees ddn naissance naiss'.split(' '));
const born = /^n(?:é|É)$/iu;

const ending = /(?: ?\( ?(?:e|s|es|jj[/ .-]?mm[/ .-]?aaaa) ?\)s?|\.e)?\.?/iuy;
const place = / (?:à|a|au|en) (?:[\p{L}'-]{1,20} ){1,4}?(?=(?:le|en|vers|,)(?![\p{L}]))/iuy;
const linking =
	/ ?[:=,]? ?(?:(?:le|en|un|vers|du|ann[ée]e|il y a)(?![\p{L}]))? ?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)? ?/iuy;
const dated =
	/(?:[0-3]?[0-9] ?[ /.-] ?[0-9]{1,2}(?: ?[ /.-] ?[0-9]{2,4})?|(?:19|20)[0-9]{2}|[0-9]{2}(?= ?[,.;)\n]|$)|(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre)(?: (?:19|20)?[0-9]{2})?)(?![\p{L}0-9])/iuy;
const withoutAccent = / (?:\(e\) )?(?:le [0-9]{1,2}|en (?:19|20)[0-9]{2})(?![0-9])/iuy;

const after = (pattern: RegExp, text: string, at: number): number => {
	pattern.lastIndex = at;
	return pattern.test(text) ? pattern.lastIndex : at;
};

/** findBirths finds births, by the words that announce one: `né à Lens en 1954`, `DDN : 12 03 54`, `naissance 1954`. */
export const findBirths: Rule = ({ text, digits, words }) =>
	words.flatMap(({ raw, folded, start, end }): Found[] => {
		const certainlyBorn = births.has(folded) || born.test(raw) || text.startsWith('(e)', end);
		if (folded === 'ne' && !certainlyBorn) {
			const last = after(withoutAccent, digits, end);
			return last > end ? [{ label: 'date', start, end: last }] : [];
		}
		if (!births.has(folded) && folded !== 'ne') return [];
		const from = after(linking, text, after(place, text, after(ending, text, end)));
		const last = after(dated, digits, from);
		return last > from ? [{ label: 'date', start, end: last }] : [];
	});
