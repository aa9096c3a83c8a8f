import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** whereTexts are the words of the section Où. */
export const whereTexts = catalogue(
	{
		name: 'Où',
		title: (chosen: string) =>
			chosen === '' ? 'Déclarations par département' : `Déclarations par département : ${chosen}`,
		unit: (period: string, plusOrMinus: string) =>
			`101 départements, ${period}. Chaque nombre jusqu’à ± ${plusOrMinus}.`,
		overseas: 'Outre-mer',
		corsica: 'Corse',
		read: (place: string, value: string) => `${place} : ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		partial: (value: string, shown: string, of: string) => `${value}, sur ${shown} cases publiées de ${of}`,
		class: (from: string, to: string) => `${from} à ${to}`,
		last: (from: string) => `plus de ${from}`,
		departements: (count: string) => `${count} départements`,
		oneDepartement: '1 département',
		most: (places: string) => `Le plus de déclarations : ${places}.`,
		notRanking:
			'La couleur suit le nombre de déclarations : donc aussi la population et le nombre de professionnels inscrits. Ce n’est pas un classement.',
		notPublishedCount: (count: string) => `Non publié dans ${count} départements.`,
		departement: 'Département',
		count: 'Déclarations',
		uncertainty: '±',
		cells: 'Cases publiées',
	},
	{
		name: 'Where',
		title: (chosen: string) =>
			chosen === '' ? 'Reports by département' : `Reports by département: ${chosen}`,
		unit: (period: string, plusOrMinus: string) =>
			`101 départements, ${period}. Each number up to ± ${plusOrMinus}.`,
		overseas: 'Overseas',
		corsica: 'Corsica',
		read: (place: string, value: string) => `${place}: ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		partial: (value: string, shown: string, of: string) => `${value}, over ${shown} published cells of ${of}`,
		class: (from: string, to: string) => `${from} to ${to}`,
		last: (from: string) => `more than ${from}`,
		departements: (count: string) => `${count} départements`,
		oneDepartement: '1 département',
		most: (places: string) => `Most reports: ${places}.`,
		notRanking:
			'Colour follows the number of reports: hence also population and the number of enrolled professionals. It is not a ranking.',
		notPublishedCount: (count: string) => `Not published in ${count} départements.`,
		departement: 'Département',
		count: 'Reports',
		uncertainty: '±',
		cells: 'Published cells',
	},
);
