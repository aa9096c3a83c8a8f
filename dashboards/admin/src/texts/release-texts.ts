import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** releaseTexts are the words on releases, their gate and the jobs. */
export const releaseTexts = inPageLanguage(
	catalogue(
		{
			intro:
				'Une publication n’est écrite que si chaque épreuve du portail compte zéro case fautive. Les notes des attaques sont sur la page de protection.',
			attacks: 'Notes des attaques sur ce qui est publié',
			release: 'Publication',
			period: 'Période',
			P8: 'Sous le seuil (P8)',
			P9: 'Hors emboîtement (P9)',
			A5: 'Par différence (A5)',
			A7: 'Par remplissage (A7)',
			hash: 'Empreinte',
			before: 'avant le portail',
			jobsIntro:
				'Les tâches des services (fermer les semaines, chercher les pannes, envoyer) se lisent sur le tableau des tâches, en lecture seule. L’ouvrir s’écrit au journal.',
			jobs: 'Ouvrir le tableau des tâches (en anglais)',
		},
		{
			intro:
				'A release is written only if each test of its gate counts zero cells at fault. The scores of the attacks are on the protection page.',
			attacks: 'Scores of the attacks on what is published (in French)',
			release: 'Release',
			period: 'Period',
			P8: 'Under the floor (P8)',
			P9: 'Not nested (P9)',
			A5: 'By difference (A5)',
			A7: 'By padding (A7)',
			hash: 'Hash',
			before: 'before the gate',
			jobsIntro:
				'The jobs of the services (closing weeks, looking for outages, sending) are read on the board of jobs, read-only. Opening it is written in the log.',
			jobs: 'Open the board of jobs',
		},
	),
);
