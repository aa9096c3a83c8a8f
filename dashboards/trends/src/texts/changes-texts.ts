import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** changesTexts are the words of the list of what changes, and of the headline made from it. */
export const changesTexts = catalogue(
	{
		name: 'Ce qui change',
		unit: (count: string, plusOrMinus: string) =>
			`${count}. Déclarations par semaine, chacune ± ${plusOrMinus}.`,
		count: (count: string) => (count === '1' ? '1 signal' : `${count} signaux`),
		more: (count: string, total: string) => `${count} signaux sur ${total}, les plus forts d’abord`,
		series: 'Voir cette série',
		others: (count: string, many: number) =>
			many === 1 ? 'Vu aussi dans une autre série' : `Vu aussi dans ${count} autres séries`,
		nothing: 'Rien d’inhabituel dans les semaines closes.',
		nothingWhat:
			'Aucune série publiée ne sort de ce qu’on en attend. Ce n’est pas dire que tout va bien : une absence d’alerte n’est pas une absence de problème.',
		notJudged: 'Les semaines closes n’ont pas encore été comparées à l’attendu.',
		notJudgedWhat:
			'La comparaison se fait quand une semaine paraît. Les signaux apparaîtront ici, au plus sept incidents, chacun en une phrase.',
		lastOnly:
			'Cette liste dit les signaux d’aujourd’hui. Elle n’est pas montrée pour une semaine choisie dans le passé.',
		how: 'Comment un signal est trouvé',
		what: 'Ces nombres comptent des alertes de professionnels, pas des personnes en non-recours.',
		calm: (day: string) => `Rien d’inhabituel la semaine du ${day}.`,
		lead: (count: string, plusOrMinus: string, expected: string, low: string, high: string) =>
			`${count} déclarations (± ${plusOrMinus}) cette semaine, toutes plateformes ; on en attend d’ordinaire ${expected} (entre ${low} et ${high}).`,
	},
	{
		name: 'What changes',
		unit: (count: string, plusOrMinus: string) => `${count}. Reports a week, each ± ${plusOrMinus}.`,
		count: (count: string) => (count === '1' ? '1 signal' : `${count} signals`),
		more: (count: string, total: string) => `${count} signals of ${total}, strongest first`,
		series: 'See this series',
		others: (count: string, many: number) =>
			many === 1 ? 'Seen in one other series too' : `Seen in ${count} other series too`,
		nothing: 'Nothing unusual in the closed weeks.',
		nothingWhat:
			'No published series departs from what is expected of it. This does not say that all is well: no alert does not mean no problem.',
		notJudged: 'Closed weeks have not been compared with what was expected yet.',
		notJudgedWhat:
			'They are compared when a week is published. Signals will appear here, seven incidents at most, each in a sentence.',
		lastOnly: 'This list tells the signals of today. It is not shown for a week chosen in the past.',
		how: 'How a signal is found',
		what: 'These numbers count alerts of professionals, not persons in non-take-up.',
		calm: (day: string) => `Nothing unusual in the week of ${day}.`,
		lead: (count: string, plusOrMinus: string, expected: string, low: string, high: string) =>
			`${count} reports (± ${plusOrMinus}) this week, all platforms together; usually ${expected} are expected (between ${low} and ${high}).`,
	},
);
