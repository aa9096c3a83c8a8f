import type { Found, Rule } from '../rule.js';

const run = /[\p{L}0-9/_-]+/gu;
// Letters and five digits or more; shorter ones are names of forms (S3201), of articles (L262-2), of errors (E4021).
const lettersFirst = /^[A-Za-z]{1,4}[-_/]?[0-9]{2}(?:[-/_]?[0-9]){3,18}[A-Za-z]?$/;
const digitsFirst = /^[0-9]{4,18}[-_/]?[A-Z]{1,4}(?:[-_/]?[0-9]{2,12})?$/;
const inPieces = /^(?:20)?[0-9]{2}[-_/][A-Z]{1,4}[-_/]?[0-9]{3,12}$/;
const lawArticle = /^[LRD][0-9]{2,4}-[0-9]{1,3}(?:-[0-9]{1,2})?$/;
const formBefore =
	/(?:cerfa|formulaire|imprim[ée]|erreur|error|code|articles?|version|bug|notice|loi|d[ée]cret|mod[èe]le)(?: n ?[°o]| num[ée]ro)? ?$/i;
const CONTEXT = 24;

/** Words after which a number is somebody's, from four digits on. */
const owners = new Set(
	'allocataire alloc matricule dossier reference ref identifiant ipp nda nip iep agdref adherent assure assuree demandeur usager patient patiente sejour beneficiaire'.split(
		' ',
	),
);
const number =
	/ ?(?:n ?[°o]|num[ée]ro|no|:|=|#)[ :.]{0,2}(?!(?:19|20)[0-9]{2}(?![0-9]))(?=[A-Z]{0,4}[-/ ]?[0-9])[A-Z0-9](?:[-/._ ]?[A-Z0-9]){3,24}/iuy;
const LEAST_DIGITS = 4;

const digitCount = (text: string): number => text.replace(/[^0-9]/g, '').length;

const isReference = (found: string, before: string): boolean => {
	if (lawArticle.test(found) || formBefore.test(before)) return false;
	return lettersFirst.test(found) || digitsFirst.test(found) || inPieces.test(found);
};

/** findCaseReferences finds references of files: letters with digits, or a number that is said to be one. */
export const findCaseReferences: Rule = ({ text, words }) => [
	...Array.from(text.matchAll(run)).flatMap(({ 0: found, index }): Found[] =>
		isReference(found, text.slice(Math.max(0, index - CONTEXT), index))
			? [{ label: 'reference_dossier', start: index, end: index + found.length }]
			: [],
	),
	...words.flatMap(({ folded, start, end }): Found[] => {
		if (!owners.has(folded)) return [];
		number.lastIndex = end;
		if (!number.test(text) || digitCount(text.slice(end, number.lastIndex)) < LEAST_DIGITS) return [];
		return [{ label: 'reference_dossier', start, end: number.lastIndex }];
	}),
];
