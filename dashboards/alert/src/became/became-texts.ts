import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** becameTexts say what became of a declaration, and ask whether it is mended. */
export const becameTexts = inPageLanguage(
	catalogue(
		{
			part: 'Fait partie d’un signalement',
			question: 'Est-ce réparé ?',
			OUI: 'Oui',
			NON: 'Non',
			PAS_REVU: 'Pas revu',
			given: (answer: string) => `Vous avez répondu : ${answer}.`,
			thanks: (answer: string) => `Réponse gardée : ${answer}.`,
		},
		{
			part: 'Part of a report',
			question: 'Is it mended?',
			OUI: 'Yes',
			NON: 'No',
			PAS_REVU: 'Not seen again',
			given: (answer: string) => `You answered: ${answer}.`,
			thanks: (answer: string) => `Answer kept: ${answer}.`,
		},
	),
);
