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
			`${share} des orientations avec fiche reviennent à une famille déjà vue (± ${points} points), dans ${circuits === '1' ? 'le seul circuit' : `les ${circuits} circuits`} où les deux nombres sont publiés.`,
		circleTitle: 'Le plus grand aller-retour',
		circleUnit: (period: string, plusOrMinus: string) =>
			`Orientations dans chaque sens, ${period}, chaque nombre ± ${plusOrMinus}.`,
		closes: (share: string, points: string) =>
			`Le cercle se referme : ${share} de ces renvois, avec fiche, sont un retour (± ${points} points)`,
		closesHidden: 'Le cercle se referme (part des retours non publiée)',
		returns: 'Dont retours, avec fiche',
		number: 'Orientations',
		courseUnit: (range: string, points: string) =>
			`Part des orientations avec fiche qui reviennent à une famille déjà vue, par mois, ${range}. Chaque part ± ${points} points au plus.`,
		courseAxis: 'des orientations avec fiche',
		courseRead: (month: string, share: string, points: string, circuits: string) =>
			`${month} : ${share} ± ${points} points, dans ${circuits} ${circuits === '1' ? 'circuit' : 'circuits'}`,
		courseHidden: (month: string) => `${month} : non publié`,
		course: (first: string, last: string) => `Au début : ${first}. À la fin : ${last}.`,
		courseNone: 'Rien n’en est publié.',
		courseNote:
			'Un mois compte les circuits dont les deux nombres (retour, pas de retour) sont publiés ce mois-là ; la bande montre le ± de chaque part.',
		month: 'Mois',
		share: 'Part de retours',
		points: '± points',
		counted: 'Orientations comptées',
		circuits: 'Circuits',
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
			`${share} of the referrals with a slip return to a family already seen (± ${points} points), in the ${circuits === '1' ? 'one circuit' : `${circuits} circuits`} where both numbers are published.`,
		circleTitle: 'The largest round trip',
		circleUnit: (period: string, plusOrMinus: string) =>
			`Referrals each way, ${period}, each number ± ${plusOrMinus}.`,
		closes: (share: string, points: string) =>
			`The circle closes: ${share} of these referrals, with a slip, are a return (± ${points} points)`,
		closesHidden: 'The circle closes (share of returns not published)',
		returns: 'Of which returns, with a slip',
		number: 'Referrals',
		courseUnit: (range: string, points: string) =>
			`Share of the referrals with a slip that return to a family already seen, by month, ${range}. Each share ± ${points} points at most.`,
		courseAxis: 'of the referrals with a slip',
		courseRead: (month: string, share: string, points: string, circuits: string) =>
			`${month}: ${share} ± ${points} points, in ${circuits} ${circuits === '1' ? 'circuit' : 'circuits'}`,
		courseHidden: (month: string) => `${month}: not published`,
		course: (first: string, last: string) => `At first: ${first}. At last: ${last}.`,
		courseNone: 'Nothing of it is published.',
		courseNote:
			'A month counts the circuits whose two numbers (return, no return) are published in it; the band shows the ± of each share.',
		month: 'Month',
		share: 'Share of returns',
		points: '± points',
		counted: 'Referrals counted',
		circuits: 'Circuits',
		hatched: 'not published',
	},
);
