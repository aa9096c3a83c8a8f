/**
 * findingLabels are the kinds of personal data that the detector names, as they stand in an answer's `reasons`: the codes are
 * French, for the person who reads one is. A text may hold other things that name somebody; these are what a rule can see.
 */
export const findingLabels = [
	'nir',
	'spi',
	'iban',
	'telephone',
	'courriel',
	'date',
	'age',
	'adresse',
	'nom',
	'immatriculation',
	'lien',
	'pseudonyme',
	'reference_dossier',
	'numero_long',
] as const;

export type FindingLabel = (typeof findingLabels)[number];

/** Finding is a piece of a text that looks like personal data: `[start, end)` in UTF-16 units of the text as it was given. */
export interface Finding {
	readonly label: FindingLabel;
	readonly start: number;
	readonly end: number;
	/** True where a check digit holds too: nothing else has this form. False never means that it may pass. */
	readonly certain: boolean;
}
