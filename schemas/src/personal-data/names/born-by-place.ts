import { hasCapital, isParticle, type Reading } from './reading.js';

/** A place or a school bears a name that is no longer a person's. */
const bearers = new Set(
	'saint sainte st ste saints rue avenue boulevard bd av place lycee college ecole hopital hopitaux clinique centre foyer residence maison espace stade gare station metro quai parc square institut fondation association salle theatre maternelle primaire creche ehpad bourse hotel quartier cite allee impasse chemin route arret faubourg universite campus loi prix plan dispositif programme cafe resto hospitalier chu ch groupe logiciel application marque navigateur polyclinique pavillon amphitheatre caserne aeroport mediatheque bibliotheque gymnase'.split(
		' ',
	),
);
/** What may stand between the kind of a place and its name: `centre social Jean Moulin`. */
const kinds = new Set(
	'social sociale medical medicale communal communale culturel hospitalier universitaire departemental municipal municipale maternelle primaire elementaire professionnel polyvalent public publique prive privee socioculturel'.split(
		' ',
	),
);

/** isBornByPlace tells whether the name at a position is that of a street, a school, a hospital. */
export const isBornByPlace = ({ words, gap }: Reading, at: number): boolean => {
	let before = at - 1;
	while (before >= 0 && at - before < 4 && /^[ '-]+$/.test(gap(before))) {
		const word = words[before];
		if (!word) return false;
		if (bearers.has(word.folded)) return true;
		if (!isParticle(word) && !hasCapital(word) && !kinds.has(word.folded)) return false;
		before -= 1;
	}
	return false;
};
