import { communeNames } from './commune-names.js';

/** Domains of the regional directorates of education, with those of the collectivités overseas. */
const academies =
	'aix-marseille amiens besancon bordeaux clermont corse creteil dijon grenoble guadeloupe guyane lille limoges lyon martinique mayotte montpellier nancy-metz nantes nice noumea orleans-tours paris poitiers polynesie reims rennes reunion spm strasbourg toulouse versailles wf';
/** Academies that are one by now, but for their hosts (`normandie`), and the domain that the registry keeps for the State. */
const suffixes: readonly string[] = [
	'gouv.fr',
	...`${academies} normandie caen rouen`.split(' ').map((name) => `ac-${name}.fr`),
];

/** isUnderPublicSuffix tells whether a host stands under a domain in which only the State gives names: a service's, or that of a school, called after a person of the past. */
export const isUnderPublicSuffix = (host: string): boolean =>
	suffixes.some((suffix) => host.endsWith(`.${suffix}`));

/** A name with its mark: whether somebody may bear it too. */
const marks: ReadonlyMap<string, boolean> = new Map(
	communeNames.split(/\s+/).map((marked) => [marked.replace('*', ''), marked.endsWith('*')]),
);
const publicWord = /^(?:ville|mairie|commune|ccas|cias|agglo|metropole)-/;
const article = /^(?:de-l-|de-|d-|du-|des-)/;
/** A département's number tells communes of one name apart. */
const departement = /-?(?:\d{2}|2[ab]|97\d)$/;

const namesOf = (label: string): string[] => {
	const whole = label.replace(/(^|-)st(e?)-/g, '$1saint$2-');
	return [whole, whole.replace(departement, '')];
};

/** `mairie-du-mans`, `mairie-des-ulis`: the article is the name's. */
const saidNamesOf = (said: string): string[] => {
	const bare = said.replace(article, '');
	return [said, ...['', 'le-', 'les-', 'la-', 'l-'].map((own) => `${own}${bare}`)].flatMap(namesOf);
};

/**
 * isCommune tells whether a label is the name of a commune: as it is (`sainte-genevieve-des-bois`), or behind what says that it is one
 * (`ville-besson`). One that somebody may bear too, of one word or with a first name, counts in the second way only.
 */
export const isCommune = (label: string): boolean => {
	const said = label.replace(publicWord, '');
	return said === label
		? namesOf(label).some((name) => marks.get(name) === false)
		: saidNamesOf(said).some((name) => marks.has(name));
};
