import { type Found, type Rule, spansOf } from '../rule.js';

const numeric =
	/(?<![0-9])(?:0?[1-9]|[12][0-9]|3[01]) ?[ /.|-] ?(?:0?[1-9]|1[0-2]) ?[ /.|-] ?(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])/g;
const iso =
	/(?<![0-9])(?:19|20)[0-9]{2} ?[/.-] ?(?:0[1-9]|1[0-2]) ?[/.-] ?(?:0[1-9]|[12][0-9]|3[01])(?![0-9])/g;
const dayAndMonth =
	/(?<![0-9/.,-])(?:0[1-9]|[12][0-9]|3[01])\/(?:0[1-9]|1[0-2])(?![0-9/]| ?%| \p{Ll}{2,24}s(?![\p{L}]))/gu;
const afterArticle = /(?<=(?<![\p{L}])(?:le|du|au) )[1-9]\/(?:0?[1-9]|1[0-2])(?![0-9/])/giu;
const named =
	/(?<![\p{L}0-9])(?:1er|0?[1-9]|[12][0-9]|3[01]|premier|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix[ -]sept|dix[ -]huit|dix[ -]neuf|vingt|vingt[ -]et[ -]une?|vingt[ -](?:deux|trois|quatre|cinq|six|sept|huit|neuf)|trente|trente[ -]et[ -]une?) ?[./-]? ?(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre|(?:janv?|f[ée]vr?|mar|avr|jui?n|juil|jul|ao[uû]|sept?|oct|nov|d[ée]c)(?:\.|(?![\p{L}])))(?: ?[./-]? ?(?:(?:19|20)[0-9]{2}|'?[0-9]{2}(?! ?[h:0-9%€]| \p{Ll}{3,24}s)))?(?![\p{L}0-9])/giu;
const oldMonth =
	/(?<![\p{L}])(?:janvier|f[ée]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[ée]cembre) (?:19[0-9]{2}|200[0-9]|201[0-2]|mille? neuf[ -]cent|deux[ -]mille)/giu;
const yearInWords = /(?<![\p{L}])mill?e?[ -]neuf[ -]cents?(?![\p{L}])(?:[ -]\p{L}{2,12}){0,4}/giu;

/** What a date that speaks of the service stands behind. It passes without its year, or with one that no adult is born in. */
const ofTheService =
	/(?:(?:^|[^\p{L}])(?:depuis|jusqu'(?:au|à|a)|(?:partir|compter) (?:du|de)|avant|apr[èe]s|d[èe]s|d'ici|[ée]ch[ée]ance|entre|au|ferm[ée]{1,2}s?)|(?:r[ée]forme|mise [àa] jour|panne|coupure|gr[èe]ve|incident|maintenance|bug|probl[èe]me|message|courrier|courriel|mail|notification|interruption|versement|virement|paiement|refus|relance|rendez-vous|rdv|d[ée]cision) du|du [0-9]{1,2}) ?(?:du|de la|de|au|le|la|et le|:)? ?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)? ?$/iu;
/** In figures, a day and a month say less: only these words make them the service's. */
const sinceOrUntil = /(?:depuis|jusqu'au|partir du|avant|d[èe]s|d'ici) ?(?:le|au)? ?$/iu;
const inFigures = /^[0-9/]+$/;
const recentYear = /20(?:2[4-9]|3[0-9])$/;
const yearAfterMonth = /\p{L}[ ./'-]{0,3}[0-9]{2,4}$/u;
const software = /(?:version|v|windows|ios|android|chrome|firefox|edge|safari|n°|article) ?$/i;
const CONTEXT = 40;

const passes = (text: string, { start, end }: Found): boolean => {
	const before = text.slice(Math.max(0, start - CONTEXT), start);
	const found = text.slice(start, end);
	if (inFigures.test(found)) return sinceOrUntil.test(before);
	const recentOrNone = recentYear.test(found) || !yearAfterMonth.test(found);
	return recentOrNone && ofTheService.test(before);
};

const isVersion = (text: string, { start, end }: Found): boolean =>
	/\./.test(text.slice(start, end)) && software.test(text.slice(Math.max(0, start - CONTEXT), start));

/** findDates finds any whole date, for nothing tells a birth from another: in figures, with a month's name, in words. */
export const findDates: Rule = ({ text, digits }) => [
	...[oldMonth, yearInWords].flatMap((pattern) => spansOf('date', text, pattern)),
	...[numeric, iso]
		.flatMap((pattern) => spansOf('date', digits, pattern))
		.filter((found) => !isVersion(text, found)),
	...[dayAndMonth, afterArticle, named]
		.flatMap((pattern) => spansOf('date', text, pattern))
		.filter((found) => !passes(text, found)),
];
