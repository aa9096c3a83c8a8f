import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { FindingLabel } from '@vigie/schemas/personal-data/finding';

type Kinds = Readonly<Record<FindingLabel, string>>;

const french: Kinds = {
	nir: 'numéro de sécurité sociale',
	spi: 'numéro fiscal',
	iban: 'compte bancaire',
	telephone: 'téléphone',
	courriel: 'adresse e-mail',
	date: 'date',
	age: 'âge',
	adresse: 'adresse',
	nom: 'nom',
	immatriculation: 'plaque',
	lien: 'lien',
	pseudonyme: 'pseudonyme',
	reference_dossier: 'référence de dossier',
	numero_long: 'numéro',
};
const english: Kinds = {
	nir: 'social security number',
	spi: 'tax number',
	iban: 'bank account',
	telephone: 'telephone',
	courriel: 'e-mail address',
	date: 'date',
	age: 'age',
	adresse: 'address',
	nom: 'name',
	immatriculation: 'number plate',
	lien: 'link',
	pseudonyme: 'handle',
	reference_dossier: 'case reference',
	numero_long: 'number',
};

const wordsOf = (kinds: Kinds, found: readonly string[]): string => {
	const words: Readonly<Record<string, string>> = kinds;
	return [...new Set(found.map((label) => words[label] ?? kinds.numero_long))].join(', ');
};

/** texts of the comment on an alert. */
export const texts = inPageLanguage(
	catalogue(
		{
			title: 'En quelques mots',
			hint: 'Décrivez le dysfonctionnement, pas la personne : ni nom, ni numéro, ni date, ni adresse. Votre alerte est déjà partie.',
			found: (labels: readonly string[]) =>
				`Ce commentaire semble contenir une donnée personnelle (${wordsOf(french, labels)}). Décrivez le dysfonctionnement, pas la personne. Votre alerte peut partir sans commentaire.`,
			send: 'Ajouter ce commentaire',
			drop: 'Sans commentaire',
			sent: 'Commentaire ajouté. Il est gardé 30 jours, chiffré.',
			notSent:
				'Le commentaire n’est pas parti, et n’est gardé nulle part. Réessayez, ou laissez l’alerte sans commentaire.',
		},
		{
			title: 'In a few words',
			hint: 'Describe the failure, not the person: no name, number, date or address. Your alert has already left.',
			found: (labels: readonly string[]) =>
				`This comment seems to hold personal data (${wordsOf(english, labels)}). Describe the failure, not the person. Your alert can go without a comment.`,
			send: 'Add this comment',
			drop: 'No comment',
			sent: 'Comment added. It is kept for 30 days, encrypted.',
			notSent: 'The comment did not leave, and is kept nowhere. Try again, or leave the alert without one.',
		},
	),
);
