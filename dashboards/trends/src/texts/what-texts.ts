import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** whatTexts are the words of the section Quoi. */
export const whatTexts = catalogue(
	{
		name: 'Quoi',
		heatTitle: 'À quelle étape chaque droit se bloque',
		heatUnit: (period: string, plusOrMinus: string) =>
			`Déclarations, ${period}, chaque nombre ± ${plusOrMinus}. Toutes plateformes.`,
		before: 'jusqu’à l’envoi',
		after: 'après l’envoi',
		read: (benefit: string, step: string, value: string) => `${benefit}, ${step} : ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		most: (benefit: string, step: string, value: string) =>
			`Le plus souvent : ${benefit}, ${step} (${value}).`,
		kept: (benefits: string, steps: string) =>
			`Les ${benefits} droits et les ${steps} étapes les plus déclarés ; le CSV les contient tous.`,
		benefit: 'Droit',
		mendTitle: 'Qui peut réparer',
		mendUnit: (period: string, points: string) =>
			`Part des déclarations dont la nature est dite, ${period}, ± ${points} point${points === '1' ? '' : 's'}.`,
		yearBefore: (share: string) => `un an plus tôt : ${share}`,
		change: (points: string) => `${points} point${/^[+−]?[01]$/.test(points) ? '' : 's'}`,
		mendRead: (group: string, share: string, count: string) => `${group} : ${share} (${count})`,
		mendMost: (group: string, share: string) =>
			`${group} : ${share} des déclarations dont la nature est dite.`,
		group: 'Qui peut réparer',
		count: 'Déclarations',
		share: 'Part',
		shareBefore: 'Part un an plus tôt',
		noFault: 'Une déclaration dit ce qui bloque, jamais la faute d’une personne.',
		hatched: 'non publié',
		dash: 'sans objet : cette étape n’existe pas pour ce droit',
	},
	{
		name: 'What',
		heatTitle: 'At which step each right gets stuck',
		heatUnit: (period: string, plusOrMinus: string) =>
			`Reports, ${period}, each number ± ${plusOrMinus}. All platforms.`,
		before: 'up to submission',
		after: 'after submission',
		read: (benefit: string, step: string, value: string) => `${benefit}, ${step}: ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		most: (benefit: string, step: string, value: string) => `Most often: ${benefit}, ${step} (${value}).`,
		kept: (benefits: string, steps: string) =>
			`The ${benefits} rights and ${steps} steps most reported; the CSV holds them all.`,
		benefit: 'Right',
		mendTitle: 'Who can mend',
		mendUnit: (period: string, points: string) =>
			`Share of reports whose kind is said, ${period}, ± ${points} point${points === '1' ? '' : 's'}.`,
		yearBefore: (share: string) => `a year earlier: ${share}`,
		change: (points: string) => `${points} point${/^[+−]?[01]$/.test(points) ? '' : 's'}`,
		mendRead: (group: string, share: string, count: string) => `${group}: ${share} (${count})`,
		mendMost: (group: string, share: string) => `${group}: ${share} of the reports whose kind is said.`,
		group: 'Who can mend',
		count: 'Reports',
		share: 'Share',
		shareBefore: 'Share a year earlier',
		noFault: 'A report says what is stuck, never that a person is at fault.',
		hatched: 'not published',
		dash: 'not applicable: this step does not exist for this right',
	},
);
