import { type Rule, spansOf } from '../rule.js';

const clear =
	/(?<![\p{L}0-9])[0-9]{1,4} ?(?:bis|ter|quater|[a-d])?(?![\p{L}0-9])[ ,]{0,3}(?:rue|r\.|avenue|av\.?|ave\.?|boulevard|bld\.?|bvd\.?|bd\.?|chemin|che\.|impasse|imp\.|all[ée]es?|square|sq\.|faubourg|fbg\.?|ruelle|sentier|lotissement|lot\.|rond-point|esplanade|promenade|venelle|chauss[ée]e|hameau|rés\.|résidence|residence|quai|mont[ée]e|villa|cit[ée]|clos|traverse|passage|lieu-dit|lieudit|zac|route|rte\.?)(?![\p{L}])[ ,'.](?: ?[\p{L}0-9'-]{1,24}){0,6}/giu;
/** Also an ordinary word: `1 place en crèche`, `2 cours`, `3 voies`. */
const unclear =
	/(?<![\p{L}0-9])[0-9]{1,4} ?(?:bis|ter|quater)?[ ,]{0,2}(?:place|pl\.?|cours|crs|voie|cour|port|parc|parvis|pont|porte|domaine|b[âa]t\.?|b[âa]timent|appt?\.?|appartement|immeuble|esc\.?|escalier|tour)(?![\p{L}]) ?(?:(?:de la |de l'|des |du |de |d'|le |la |les )?\p{Lu}[\p{L}'-]{1,24}|de la r[ée]publique|de la mairie|de l'[ée]glise|du g[ée]n[ée]ral)(?: [\p{L}'-]{1,24}){0,4}/gu;
const unnumbered =
	/(?<![\p{L}])(?:[Rr]ue|[Aa]venue|[Aa]v\.|[Bb]oulevard|[Bb]d\.?|[Ii]mpasse|[Cc]hemin|[Aa]ll[ée]e|[Rr][ée]sidence|[Ss]quare|[Qq]uai|RUE|AVENUE|AV|BOULEVARD|BD|IMPASSE|CHEMIN|ALL[ÉE]E|R[ÉE]SIDENCE|SQUARE|QUAI) (?:(?:de la|de l'|des|du|de|d'|le|la|les|DE LA|DE L'|DES|DU|DE|D'|LE|LA|LES) ?)?(?:\p{Lu}[\p{L}'-]{1,24}|[0-9]{1,2} \p{Ll}{3,9} [0-9]{4})(?: \p{Lu}[\p{L}'-]{1,24}){0,3}/gu;
const postcode =
	/(?<![\p{L}0-9])(?:F ?- ?)?(?:0[1-9]|[1-8][0-9]|9[0-8]) ?[0-9]{3}(?![0-9]),?(?: |-| - )(?!Euros?|EUR|Demande|Attestation|Pour|Et|Ou|Le|La|Les|Dossiers?|Personnes?)\p{Lu}[\p{L}'-]{1,30}(?: (?:Cedex|CEDEX)(?: [0-9]{1,2})?)?/gu;
const fiveDigits =
	/(?<![0-9])(?:0[1-9]|[1-8][0-9]|9[0-8])[0-9]{3}\)?(?![0-9*]| ?€| ?euros?| \p{Ll}{3,24}s(?![\p{L}]))/gu;
const capital = /^\p{Lu}/u;
const box = /(?<![\p{L}])(?:BP|CS|B\.P\.) ?[0-9]{2,6}(?![0-9])/gu;
const formBefore = /(?:cerfa|formulaire|imprim[ée]|erreur|code|n°|num[ée]ro|notice)[ n°o]{0,4}\(?$/i;
const CONTEXT = 16;
const SHORTEST_PLACE = 3;

/** findAddresses finds postal addresses: a number and a street, a street that has a name, a postcode beside a place's name. */
export const findAddresses: Rule = ({ text, words }) => {
	const ends = new Map(words.map((word) => [word.end, word]));
	return [
		...[clear, unclear, unnumbered, box].flatMap((pattern) => spansOf('adresse', text, pattern)),
		...spansOf('adresse', text, fiveDigits).filter(({ start }) => {
			const between = text[start - 1] === '(' ? 2 : 1;
			const place = ends.get(start - between);
			const before = text.slice(Math.max(0, start - CONTEXT), start);
			return (
				place !== undefined &&
				place.raw.length >= SHORTEST_PLACE &&
				capital.test(place.raw) &&
				!formBefore.test(before)
			);
		}),
		...spansOf('adresse', text, postcode).filter(
			({ start }) => !formBefore.test(text.slice(Math.max(0, start - CONTEXT), start)),
		),
	];
};
