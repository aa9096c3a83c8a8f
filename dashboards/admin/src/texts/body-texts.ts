import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** bodyTexts are the words on bodies and on what each answers for. */
export const bodyTexts = inPageLanguage(
	catalogue(
		{
			intro:
				'Qui répond de quelle plateforme est écrit dans la taxonomie : cela change avec une nouvelle version, pas ici. Ici, où vont les signalements de chacun.',
			platforms: (names: string) => `Plateformes : ${names}`,
			noPlatform: 'Aucune plateforme nationale.',
			open: 'Destinataires et envois',
			noState: 'L’état des envois n’a pas pu être lu.',
			openReports: (count: number) =>
				count === 1 ? '1 signalement ouvert' : `${count} signalements ouverts`,
			nobodyTold: 'aucun destinataire : personne n’est prévenu',
			waitingMessages: (count: number) => (count === 1 ? '1 envoi en attente' : `${count} envois en attente`),
			undelivered: (count: number) => (count === 1 ? '1 envoi non remis' : `${count} envois non remis`),
		},
		{
			intro:
				'Who answers for which platform is written in the taxonomy: it changes with a new version, not here. Here, where the reports of each go.',
			platforms: (names: string) => `Platforms: ${names}`,
			noPlatform: 'No national platform.',
			open: 'Recipients and sendings',
			noState: 'The state of the sendings could not be read.',
			openReports: (count: number) => (count === 1 ? '1 open report' : `${count} open reports`),
			nobodyTold: 'no recipient: nobody is told',
			waitingMessages: (count: number) => (count === 1 ? '1 message waiting' : `${count} messages waiting`),
			undelivered: (count: number) =>
				count === 1 ? '1 message undelivered' : `${count} messages undelivered`,
		},
	),
);
