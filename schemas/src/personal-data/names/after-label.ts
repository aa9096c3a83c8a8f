import { commonWords } from '../lists/common-words.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Found, Rule } from '../rule.js';
import type { Word } from '../words.js';
import { extend } from './extend.js';
import { hasCapital, isListed, isParticle, isSurname, type Reading, readNames, tierOf } from './reading.js';

/** A field of a form: what follows its colon is its value, be it small. */
const fields = new Set(
	'nom noms prenom prenoms patronyme identite nom-prenom patient patiente usager usagere assure assuree beneficiaire allocataire demandeur demandeuse signataire interlocuteur interlocutrice contact signe signature conjoint conjointe medecin traitant titulaire referent referente destinataire expediteur naissance usage famille fille marital epouse redacteur praticien operateur chirurgien anesthesiste interne externe prescripteur correspondant secretaire adresse'.split(
		' ',
	),
);
/** Who somebody is to somebody: a name in capitals after it is theirs. */
const roles = new Set(
	'fils fille mari epouse epoux femme conjoint conjointe compagne compagnon frere soeur mere pere maman papa oncle tante cousin cousine neveu niece voisin voisine patient patiente usager usagere allocataire assure assuree beneficiaire collegue medecin infirmier infirmiere interne externe appele appelee nomme nommee prenomme prenommee denomme denommee appelle nomme nee ne veuve famille enfant enfants bebe eleve signe cordialement par avec chez cher chere bonjour confrere consoeur contacter contacte voir vu vue suivi suivie adresse adressee collaborateur secretaire educateur educatrice psychologue assistante conseiller conseillere agent agente tuteur tutrice curateur curatrice avocat avocate'.split(
		' ',
	),
);
const colon = /^ ?(?:\([\p{L}/ ]{1,12}\) ?)?[:=] ?$/u;
const space = /^(?: |, ?| ?\n|,\n)$/;
const signed = new Set('cordialement signe bonjour cher chere confrere consoeur'.split(' '));
const SHORTEST_UNLISTED = 5;

const isValue = (word: Word): boolean => {
	if (isListed(word)) return true;
	if (commonWords.has(word.folded) || tradeWords.has(word.folded)) return false;
	return hasCapital(word) && word.raw.length > 1;
};

const namedByRole = (word: Word, next: Word, gap: string): boolean => {
	if (!hasCapital(next) || (gap !== ' ' && !signed.has(word.folded))) return false;
	if (commonWords.has(next.folded) && tierOf(next) !== 'plain') return false;
	if (isListed(next) && !tradeWords.has(next.folded)) return tierOf(next) !== 'alsoWord' || isSurname(next);
	// `par Chrome`, `allocataire RSA`, `usager ANEF`: an unlisted word must not look like letters that stand for a service.
	if (tradeWords.has(next.folded)) return false;
	return next.shape === 'capital' ? strongRoles.has(word.folded) : next.raw.length >= SHORTEST_UNLISTED;
};

/** After these even a capital word of no list is a person; `par` and `avec` say less. */
const strongRoles = new Set(
	[...roles].filter((role) => !['par', 'avec', 'chez', 'voir', 'adresse', 'enfants'].includes(role)),
);

const afterParticles = ({ words, gap }: Reading, at: number): number => {
	let next = at;
	while (next - at < 3 && isParticle(words[next]) && /^(?: |')$/.test(gap(next))) next += 1;
	return next;
};

/** findNamesAfterLabels finds the people that a field, or their place in a family or a service, announces: `Nom : X`, `son fils X`. */
export const findNamesAfterLabels: Rule = (normalised) => {
	const reading = readNames(normalised);
	const { words, gap } = reading;
	return words.flatMap((word, at): Found[] => {
		const isField = fields.has(word.folded) && colon.test(gap(at));
		const isRole = roles.has(word.folded) && space.test(gap(at));
		if (!isField && !isRole) return [];
		const name = at + 1;
		const value = isField ? afterParticles(reading, name) : name;
		const next = words[value];
		if (!next) return [];
		const particled = value > name && hasCapital(next) && !tradeWords.has(next.folded);
		if (!(isField ? particled || isValue(next) : namedByRole(word, next, gap(at)))) return [];
		const { end } = extend(reading, value, value);
		return [{ label: 'nom', start: words[name]?.start ?? next.start, end }];
	});
};
