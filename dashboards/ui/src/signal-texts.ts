import { catalogue } from './catalogue.js';

/** signalTexts say a signal of closed weeks. Numbers are those of the releases, computed by the page; a signal itself has none. */
export const signalTexts = catalogue(
	{
		burst: (what: string) => `${what} : bien plus de déclarations qu’attendu`,
		drift: (what: string) => `${what} : de plus en plus de déclarations, semaine après semaine`,
		recovered: (what: string) => `${what} : retour à la normale confirmé`,
		regressed: (what: string) => `${what} : de nouveau signalé après la réparation annoncée`,
		inObservation: (what: string) => `${what} : réparation annoncée, en observation`,
		together: (one: string, other: string) => `${one}, et ${other}`,
		quoted: (name: string) => `« ${name} »`,
		inRegion: (what: string, region: string) => `${what}, en région ${region}`,
		peak: 'pic',
		rise: 'hausse durable',
		verdict: 'après réparation',
		over: (shape: string) => `${shape}, terminé`,
		week: (day: string) => `Semaine du ${day}.`,
		closedWeek: (count: string, plusOrMinus: string, day: string) =>
			`${count} déclarations (± ${plusOrMinus}) la semaine du ${day}`,
		usually: (closedWeek: string, expected: string, low: string, high: string) =>
			`${closedWeek} ; on en attend d’ordinaire ${expected} (entre ${low} et ${high}).`,
		times: (ratio: string) => `C’est ${ratio} fois plus.`,
		more: (percent: string) => `C’est ${percent} de plus.`,
		hiddenWeek: (day: string) => `Semaine du ${day} : nombre non publié.`,
		since: (weeks: string) => `Hausse durable depuis environ ${weeks} semaines`,
		sinceOne: 'Hausse depuis environ une semaine',
		size: (since: string, size: string, low: string, high: string) =>
			`${since} (${size}, entre ${low} et ${high}).`,
		verdictSince: (day: string) => `Depuis la semaine du ${day}.`,
		expected: (count: string) => `attendu ${count}`,
		noLine: 'pas de ligne',
		weeks: (shown: string) => `${shown} semaines`,
		weeksHidden: (shown: string, hidden: string) =>
			`${shown} semaines, ${hidden} non ${hidden === '1' ? 'publiée' : 'publiées'}`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		chart: (weeks: string, last: string, expected: string) =>
			`Déclarations par semaine, ${weeks}. La dernière : ${last}, ${expected}.`,
		notPublished: 'non publié',
	},
	{
		burst: (what: string) => `${what}: many more reports than expected`,
		drift: (what: string) => `${what}: more and more reports, week after week`,
		recovered: (what: string) => `${what}: back to usual, confirmed`,
		regressed: (what: string) => `${what}: reported again after the announced repair`,
		inObservation: (what: string) => `${what}: repair announced, under observation`,
		together: (one: string, other: string) => `${one}, and ${other}`,
		quoted: (name: string) => `“${name}”`,
		inRegion: (what: string, region: string) => `${what}, in the région ${region}`,
		peak: 'peak',
		rise: 'lasting rise',
		verdict: 'after a repair',
		over: (shape: string) => `${shape}, over`,
		week: (day: string) => `Week of ${day}.`,
		closedWeek: (count: string, plusOrMinus: string, day: string) =>
			`${count} reports (± ${plusOrMinus}) in the week of ${day}`,
		usually: (closedWeek: string, expected: string, low: string, high: string) =>
			`${closedWeek}; usually ${expected} are expected (between ${low} and ${high}).`,
		times: (ratio: string) => `That is ${ratio} times as many.`,
		more: (percent: string) => `That is ${percent} more.`,
		hiddenWeek: (day: string) => `Week of ${day}: number not published.`,
		since: (weeks: string) => `Lasting rise for about ${weeks} weeks`,
		sinceOne: 'Rise for about a week',
		size: (since: string, size: string, low: string, high: string) =>
			`${since} (${size}, between ${low} and ${high}).`,
		verdictSince: (day: string) => `Since the week of ${day}.`,
		expected: (count: string) => `expected ${count}`,
		noLine: 'no line',
		weeks: (shown: string) => `${shown} weeks`,
		weeksHidden: (shown: string, hidden: string) => `${shown} weeks, ${hidden} not published`,
		value: (value: string, plusOrMinus: string) => `${value} ± ${plusOrMinus}`,
		chart: (weeks: string, last: string, expected: string) =>
			`Reports a week, ${weeks}. The last one: ${last}, ${expected}.`,
		notPublished: 'not published',
	},
);
