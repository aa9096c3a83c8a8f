import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** auditTexts are the words on the log of who did what. */
export const auditTexts = inPageLanguage(
	catalogue(
		{
			intro:
				'Ce qui a été fait, par qui, sur quoi : écrit avant d’être fait, et jamais changé. Ce qui vient d’être fait paraît ici un instant après.',
			action: 'Ce qui a été fait',
			every: 'tout',
			account: 'Compte (identifiant)',
			target: 'Sur quoi (identifiant)',
			find: 'Chercher',
			when: 'Quand',
			who: 'Qui',
			what: 'Quoi',
			onWhat: 'Sur quoi',
			operator: 'ligne de commande',
			job: 'tâche',
			anonymous: 'inconnu',
			key: (id: string) => `clé ${id}`,
		},
		{
			intro:
				'What was done, by whom, to what: written before it is done, and never changed. What has just been done appears here a moment later.',
			action: 'What was done (in French)',
			every: 'everything',
			account: 'Account (identifier)',
			target: 'To what (identifier)',
			find: 'Search',
			when: 'When',
			who: 'Who',
			what: 'What',
			onWhat: 'To what',
			operator: 'command line',
			job: 'job',
			anonymous: 'unknown',
			key: (id: string) => `key ${id}`,
		},
	),
);
