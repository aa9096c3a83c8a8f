/** ProposedPlatform is one that the demonstration's field misses, and in how many structures. */
export interface ProposedPlatform {
	readonly host: string;
	readonly body?: string;
	readonly structures: number;
}

/** proposedPlatforms are sites that do not exist: `exemple.fr` says so to whoever decides of them. */
export const proposedPlatforms: readonly ProposedPlatform[] = [
	{ host: 'aides-energie.exemple.fr', body: 'DEPARTEMENT', structures: 12 },
	{ host: 'rendez-vous-titres.exemple.fr', body: 'MAIRIE', structures: 7 },
	{ host: 'inscription-scolaire.exemple.fr', structures: 3 },
	{ host: 'cantine-en-ligne.exemple.fr', body: 'MAIRIE', structures: 1 },
];

/** FieldComment is a few words about an alert of the demonstration. */
export interface FieldComment {
	readonly platform: string;
	readonly step: string;
	readonly kind: string;
	readonly benefit: string;
	readonly text: string;
}

/** fieldComments say in each of them that they are a demonstration's: a curator reads them apart from every page. */
export const fieldComments: readonly FieldComment[] = [
	{
		platform: 'CAF_MON_COMPTE',
		step: 'CONNEXION',
		kind: 'NIR_PROVISOIRE',
		benefit: 'RSA',
		text: 'Démonstration : le champ n’accepte pas un numéro provisoire, alors que l’aide en ligne le permet.',
	},
	{
		platform: 'ANTS',
		step: 'PIECES',
		kind: 'PIECE_REFUSEE',
		benefit: 'CNI_PASSEPORT',
		text: 'Démonstration : la page reste blanche après l’envoi du justificatif, il faut tout recommencer.',
	},
	{
		platform: 'AMELI',
		step: 'FORMULAIRE',
		kind: 'FORMULAIRE_INCOMPREHENSIBLE',
		benefit: 'C2S',
		text: 'Démonstration : la question sur les revenus ne prévoit pas le cas de deux employeurs.',
	},
];
