import type { Found, Rule } from '../rule.js';

const run = /(?<![0-9])[0-9](?: ?[ ./|_-]? ?[0-9]){5,}/g;
const money = /^(?:,[0-9]{1,2})? ?(?:€|euros?(?![\p{L}])|eur(?![\p{L}]))/iu;
/** The sum itself: five digits at most, in thousands or not, two decimals at most. */
const amount = /(?:^|[ /-])(?:[0-9]{1,2}[ .][0-9]{3}|[0-9]{1,5})(?:\.[0-9]{1,2})?$/;
const yearsOnly = /^(?:19|20)[0-9]{2}(?: ?[ /-] ?(?:19|20)[0-9]{2}){1,3}$/;
const monthAndYear = /^(?:0[1-9]|1[0-2]) ?[ /.-] ?20[1-3][0-9]$/;
const shortLines = /^3[0-9]{3} ?[/-] ?3[0-9]{3}$/;
/** `en 2025 150 familles`: the year and the count are two numbers. */
const leadingYear = /^20[0-9]{2} (?=[0-9])/;
const timeBefore =
	/(?:\b(?:en|de|depuis|fin|d[ée]but|ann[ée]e|et|janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre))\s$/i;
const lawBefore =
	/\b(?:loi|d[ée]cret|ordonnance|arr[êe]t[ée]|circulaire|instruction|directive|r[èe]glement|articles?)(?: n ?[°o])? ?(?:[LRD]\.? ?)?$/i;
const law = /^[0-9]{2,4} ?[-/] ?[0-9]{1,5}(?:[-/][0-9]{1,4})?$/;
const CONTEXT = 30;
const FEWEST = 6;

const digitCount = (text: string): number => text.replace(/[^0-9]/g, '').length;

/** What is left to worry about, once the numbers that a sentence of the trade may hold are taken off. */
const suspect = (found: string, before: string, after: string): string => {
	if (yearsOnly.test(found) || monthAndYear.test(found) || shortLines.test(found)) return '';
	if (lawBefore.test(before) && law.test(found)) return '';
	const withoutYear = timeBefore.test(before) ? found.replace(leadingYear, '') : found;
	if (!money.test(after)) return withoutYear;
	const rest = withoutYear.replace(amount, '');
	// A range of sums: `500 - 800 €`.
	return rest.replace(/(?:^| )[0-9]{1,5} ?- ?$/, '');
};

/** findLongNumbers finds six digits or more that single separators hold together: numbers of files, of accounts, of people. */
export const findLongNumbers: Rule = ({ digits }) =>
	Array.from(digits.matchAll(run)).flatMap(({ 0: found, index }): Found[] => {
		const end = index + found.length;
		const before = digits.slice(Math.max(0, index - CONTEXT), index);
		const left = suspect(found, before, digits.slice(end, end + 10));
		return digitCount(left) < FEWEST ? [] : [{ label: 'numero_long', start: index, end }];
	});
