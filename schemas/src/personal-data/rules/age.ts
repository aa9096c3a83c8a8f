import { type Found, type Rule, spansOf } from '../rule.js';

/** Its own category (`âgés de 16 à 25 ans`) names nobody. */
const aged =
	/(?<![\p{L}])[âa]g[ée]+(?:\(e\))?s? (?:de |d'environ |d')?(?:seulement )?[0-9]{1,3}(?! ?(?:à|-|et plus|ou plus) ?[0-9]?|[0-9])(?: ?ans| ?mois)?/giu;
const ageIs = /(?<![\p{L}])[âa]ge ?[:=] ?[0-9]{1,3}(?! ?-? ?[0-9])(?: ?ans)?/giu;
const persons = new Set(
	'dame femme homme monsieur madame m mr mme mere maman pere papa fille fillette fils garcon enfant enfants bebe nourrisson jeune jumeaux jumelles mineur mineure adolescent adolescente ado retraite retraitee patient patiente usager usagere allocataire etudiant etudiante veuve veuf mari epoux epouse conjoint conjointe compagne compagnon frere soeur grand-mere grand-pere tante oncle neveu niece personne travailleur travailleuse salarie salariee interimaire aidant aidante locataire beneficiaire'.split(
		' ',
	),
);
/** After who somebody is, a few words more at most: `un homme seul de quarante-deux ans`. */
const ofPerson =
	/(?: [\p{L}'-]{2,20}){0,3},? (?:de |d'|a |ayant |d'environ )?(?:[0-9]{1,3}|(?:vingt|trente|quarante|cinquante|soixante|quatre-vingt)[\p{L}-]{0,20}) ?(?:ans|mois)(?![\p{L}])(?! (?:d'|de |et plus|ou plus|et \+))/iuy;
const has =
	/(?<![\p{L}])(?:il|elle|qui|lui|on|celle-ci|celui-ci|j'ai|fils|fille|enfant) ?(?:a|ai|aura|avait|fête|ait)? ?(?:bient[ôo]t |d[ée]jà |environ |presque |tout juste )?(?:[0-9]{1,3}) ans(?![\p{L}])(?! (?:d'|de |et plus|ou plus))/giu;
const years = /(?<![0-9\p{L}-])[0-9]{1,3} ans/giu;
const trait =
	/,? (?:habitant|vivant|domicili|r[ée]sid|habite |vit |à (?=[A-ZÉ])|mari[ée]|c[ée]libataire|divorc|veuf|veuve|enceinte|m[èe]re|p[èe]re|s[ée]par[ée]|pacs[ée]|sans enfant|handicap[ée])/iuy;
const inGroup =
	/(?:moins|plus|partir|jusqu'à|dès|avant|après|depuis|pendant|tous les|toutes les|il y a|sur|durée|à) (?:de |d'|ses |les )?$/i;
const CONTEXT = 16;
const number = /[0-9]{1,3}/;

const isBracket = (text: string, { start, end }: Found): boolean => {
	const at = start + Math.max(0, text.slice(start, end).search(number));
	return inGroup.test(text.slice(Math.max(0, at - CONTEXT), at));
};

const after = (pattern: RegExp, text: string, { start, end }: Pick<Found, 'start' | 'end'>): Found[] => {
	pattern.lastIndex = end;
	return pattern.test(text) ? [{ label: 'age', start, end: pattern.lastIndex }] : [];
};

/** findAges finds the age of one person; an age bracket, a duration or the validity of a card passes. */
export const findAges: Rule = ({ text, words }) => [
	...[aged, ageIs].flatMap((pattern) => spansOf('age', text, pattern)),
	...spansOf('age', text, years).flatMap((found) => after(trait, text, found)),
	...[
		...words.filter(({ folded }) => persons.has(folded)).flatMap((word) => after(ofPerson, text, word)),
		...spansOf('age', text, has),
	].filter((found) => !isBracket(text, found)),
];
