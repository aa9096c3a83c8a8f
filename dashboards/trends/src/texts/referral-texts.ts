import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** referralTexts are the words of the section Orientations. */
export const referralTexts = catalogue(
	{
		name: 'Orientations',
		title: 'Qui oriente vers qui',
		unit: (period: string, plusOrMinus: string) => `Orientations, ${period}, chaque nombre ± ${plusOrMinus}.`,
		to: 'vers',
		from: 'De',
		read: (from: string, to: string, value: string) => `De ${from} vers ${to} : ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		reciprocal: (one: string, other: string, there: string, back: string) =>
			`${one} et ${other} se renvoient le plus : ${there} dans un sens, ${back} dans l’autre.`,
		noReciprocal: 'Aucun aller-retour n’est publié ce mois-là.',
		memory: 'Personne n’est suivi : la mémoire du circuit est sur la fiche papier.',
		loopTitle: 'Retours au point de départ',
		loop: (share: string, points: string, circuits: string) =>
			`${share} des orientations avec fiche reviennent à une famille déjà vue (± ${points} points), dans les ${circuits} circuits où les deux nombres sont publiés.`,
		hatched: 'non publié',
	},
	{
		name: 'Referrals',
		title: 'Who refers to whom',
		unit: (period: string, plusOrMinus: string) => `Referrals, ${period}, each number ± ${plusOrMinus}.`,
		to: 'to',
		from: 'From',
		read: (from: string, to: string, value: string) => `From ${from} to ${to}: ${value}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		reciprocal: (one: string, other: string, there: string, back: string) =>
			`${one} and ${other} send back and forth the most: ${there} one way, ${back} the other.`,
		noReciprocal: 'No round trip is published in that month.',
		memory: 'Nobody is followed: the memory of the circuit is on the paper slip.',
		loopTitle: 'Returns to the start',
		loop: (share: string, points: string, circuits: string) =>
			`${share} of the referrals with a slip return to a family already seen (± ${points} points), in the ${circuits} circuits where both numbers are published.`,
		hatched: 'not published',
	},
);
