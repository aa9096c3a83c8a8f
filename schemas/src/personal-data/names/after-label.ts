import { commonWords } from '../lists/common-words.js';
import { tradeWords } from '../lists/trade-words.js';
import type { Found, Rule } from '../rule.js';
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

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** A field of a form: what follows its colon is its value, be it small. */
const fields = setOf(
	'nom noms prenom prenoms patronyme identite nom-prenom patient patiente usager usagere assure assuree beneficiaire allocataire demandeur demandeuse signataire interlocuteur interlocutrice contact signe signature conjoint conjointe medecin traitant titulaire referent referente destinataire destinataires expediteur naissance usage famille fille marital epouse epoux mari fils enfant enfants mere pere frere soeur redacteur redactrice praticien praticiens operateur aide chirurgien anesthesiste interne internes externe externes prescripteur correspondant secretaire tuteur curateur service social sociale concerne objet prevenir dossier',
);
/** Who somebody is to somebody: a name in capitals after it is theirs. */
const roles = setOf(
	'fils fille mari epouse epoux femme conjoint conjointe compagne compagnon frere soeur mere pere maman papa oncle tante cousin cousine neveu niece voisin voisine patient patiente usager usagere allocataire assure assuree beneficiaire collegue medecin infirmier infirmiere interne externe appele appelee nomme nommee prenomme prenommee denomme denommee appelle nomme veuve famille couple enfant bebe eleve cher chere bonjour confrere consoeur contacter contacte collaborateur secretaire educateur educatrice psychologue assistante conseiller conseillere tuteur tutrice curateur curatrice avocat avocate',
);
/** What people are born, called or signed: whatever follows with a capital is a name. */
const calls = setOf(
	'nee ne nes nees appelle nomme signe signee prenomme prenommee denomme denommee surnomme',
);
const closings = setOf('cordialement signe bonjour salutations');
/** `rédigé par X`: `bloqué par X` may be a program. */
const deeds = setOf(
	'redige redigee suivi suivie signe signee adresse adressee opere operee recu recue prescrit prescrite transmis ecrit ecrite saisi accompagne accompagnee traite traitee assiste assistee valide validee dicte dictee controle vu vue fait faite pris prise examine examinee envoye envoyee rempli remplie appele appelee conseille represente representee',
);
const ending = /^\((?:e|s|es)\)/;
const colon = /^\)? ?(?:\([\p{L}/ ]{1,12}\) ?)?[:=] ?$/u;
const afterRole = /^(?: |, )$/;
const afterClosing = /^ ?[,.]?[ \n]$/;
const capitalFirst = /^\p{Lu}/u;
const SHORTEST_UPPER = 5;

const isValue = (word: Word, afterParticle: boolean): boolean => {
	if (isListed(word)) return true;
	if (tradeWords.has(word.folded) || (commonWords.has(word.folded) && !afterParticle)) return false;
	// In a line of capitals too: a field says that its value is one.
	return capitalFirst.test(word.raw) && word.raw.length > 1;
};

/** An unlisted word must not look like letters that stand for a service: `usager ANEF`. */
const isUnlistedName = (word: Word): boolean =>
	!isOrdinary(word) &&
	(word.shape === 'capital' || (word.shape === 'upper' && word.raw.length >= SHORTEST_UPPER));

const isNameOf = (word: Word): boolean => {
	if (!hasCapital(word)) return false;
	if (!isListed(word)) return isUnlistedName(word);
	if (tradeWords.has(word.folded) || (commonWords.has(word.folded) && tierOf(word) !== 'plain')) return false;
	return tierOf(word) !== 'alsoWord' || isSurname(word);
};

const skipParticles = ({ words, gap }: Reading, at: number): number => {
	let next = at;
	while (next - at < 3 && isParticle(words[next]) && /^(?: |')$/.test(gap(next))) next += 1;
	return next;
};

const isDeed = ({ words, gap }: Reading, at: number): boolean => {
	const { folded = '' } = words[at] ?? {};
	if (folded !== 'par' && folded !== 'avec') return false;
	for (let before = at - 1; before >= Math.max(0, at - 3); before -= 1) {
		if (!/^ $/.test(gap(before))) return false;
		if (deeds.has(words[before]?.folded ?? '')) return true;
	}
	return false;
};

/** Position of the name that the word at `at` announces, from its particles on; null when it announces none. */
const announced = (reading: Reading, at: number): { readonly from: number; readonly name: number } | null => {
	const { words, gap, text } = reading;
	const word = words[at];
	if (!word) return null;
	const last = ending.test(text.slice(word.end, word.end + 4)) ? at + 1 : at;
	const between = gap(last);
	const from = last + 1;
	const name = skipParticles(reading, from);
	const next = words[name];
	if (!next) return null;
	const isClosing = closings.has(word.folded) && afterClosing.test(between);
	if (fields.has(word.folded) && colon.test(between))
		return isValue(next, name > from) ? { from, name } : null;
	if (calls.has(word.folded) && (between === ' ' || isClosing)) {
		const named =
			hasCapital(next) && !tradeWords.has(next.folded) && (isSurname(next) || name > from || isNameOf(next));
		return named ? { from, name } : null;
	}
	if (name > from) return null;
	const says =
		(roles.has(word.folded) && afterRole.test(between)) || (between === ' ' && isDeed(reading, at));
	return (says || isClosing) && isNameOf(next) ? { from, name } : null;
};

/** findNamesAfterLabels finds the people that a field, or their place in a family or a service, announces: `Nom : X`, `son fils X`. */
export const findNamesAfterLabels: Rule = (normalised) => {
	const reading = readNames(normalised);
	return reading.words.flatMap((_word, at): Found[] => {
		const place = announced(reading, at);
		if (!place) return [];
		const { end } = extend(reading, place.name, place.name);
		return [{ label: 'nom', start: reading.words[place.from]?.start ?? 0, end }];
	});
};
