import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** whereTexts are the words of the section Où. */
export const whereTexts = catalogue(
	{
		name: 'Où',
		title: (chosen: string) =>
			chosen === '' ? 'Déclarations comparées à l’attendu' : `${chosen} : déclarations comparées à l’attendu`,
		unit: (period: string, plusOrMinus: string) =>
			`101 départements, ${period}. Chaque nombre jusqu’à ± ${plusOrMinus}.`,
		overseas: 'Outre-mer',
		corsica: 'Corse',
		read: (place: string, value: string) => `${place} : ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		partial: (value: string, shown: string, of: string) => `${value}, sur ${shown} cases publiées de ${of}`,
		compared: (value: string, expected: string, low: string, high: string, times: string) =>
			`${value} ; attendu ${expected} (d’ordinaire ${low} à ${high}), soit ${times} fois`,
		notCompared: (value: string) =>
			`${value} ; pas assez de publications d’avant pour dire ce qui en était attendu`,
		twice: '2 fois l’attendu ou plus',
		more: '1,5 à 2 fois',
		some: '1,2 à 1,5 fois',
		usual: 'comme attendu, ou moins',
		insufficient: 'données insuffisantes',
		departements: (count: string) => `${count} départements`,
		oneDepartement: '1 département',
		timesExpected: (times: string) => `${times} fois l’attendu`,
		above: (count: string, places: string) =>
			`${count} départements sont nettement au-dessus de ce que l’on attendait d’eux. Le plus : ${places}.`,
		oneAbove: (place: string) =>
			`Un département est nettement au-dessus de ce que l’on attendait de lui : ${place}.`,
		noneAbove: 'Aucun département n’est nettement au-dessus de ce que l’on attendait de lui.',
		noneCompared:
			'Aucun département ne peut encore être comparé à lui-même : il faut huit publications d’avant, dont moins d’une sur cinq cachée. Le tableau donne les nombres publiés.',
		notRanking:
			'Chaque département est comparé à lui-même : la couleur ne suit ni la population ni le nombre d’inscrits. Ce n’est pas un classement ; un groupe de professionnels qui s’inscrit y ressemble à une hausse.',
		insufficientCount: (count: string) => `Données insuffisantes dans ${count} départements.`,
		marked:
			'Le triangle redouble la couleur la plus forte. Hachures : données insuffisantes, ce qui n’est pas « rien à signaler ».',
		departement: 'Département',
		count: 'Déclarations',
		uncertainty: '±',
		expectedColumn: 'Attendu',
		lowColumn: 'D’ordinaire, au moins',
		highColumn: 'D’ordinaire, au plus',
		timesColumn: 'Fois l’attendu',
		cells: 'Cases publiées',
	},
	{
		name: 'Where',
		title: (chosen: string) =>
			chosen === ''
				? 'Reports compared with what was expected'
				: `${chosen}: reports compared with what was expected`,
		unit: (period: string, plusOrMinus: string) =>
			`101 départements, ${period}. Each number up to ± ${plusOrMinus}.`,
		overseas: 'Overseas',
		corsica: 'Corsica',
		read: (place: string, value: string) => `${place}: ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		partial: (value: string, shown: string, of: string) => `${value}, over ${shown} published cells of ${of}`,
		compared: (value: string, expected: string, low: string, high: string, times: string) =>
			`${value}; expected ${expected} (usually ${low} to ${high}), ${times} times as many`,
		notCompared: (value: string) => `${value}; too few earlier releases to say what was expected`,
		twice: 'twice the expected or more',
		more: '1.5 to 2 times',
		some: '1.2 to 1.5 times',
		usual: 'as expected, or fewer',
		insufficient: 'not enough data',
		departements: (count: string) => `${count} départements`,
		oneDepartement: '1 département',
		timesExpected: (times: string) => `${times} times the expected`,
		above: (count: string, places: string) =>
			`${count} départements are clearly above what was expected of them. Most: ${places}.`,
		oneAbove: (place: string) => `One département is clearly above what was expected of it: ${place}.`,
		noneAbove: 'No département is clearly above what was expected of it.',
		noneCompared:
			'No département can be compared with itself yet: it takes eight earlier releases, fewer than one in five hidden. The table gives the published numbers.',
		notRanking:
			'Each département is compared with itself: colour follows neither population nor the number of enrolled professionals. It is not a ranking; a group of professionals that enrols looks like a rise.',
		insufficientCount: (count: string) => `Not enough data in ${count} départements.`,
		marked:
			'The triangle doubles the strongest colour. Hatching: not enough data, which is not “nothing to report”.',
		departement: 'Département',
		count: 'Reports',
		uncertainty: '±',
		expectedColumn: 'Expected',
		lowColumn: 'Usually, at least',
		highColumn: 'Usually, at most',
		timesColumn: 'Times the expected',
		cells: 'Published cells',
	},
);
