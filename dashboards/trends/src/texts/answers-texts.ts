import { catalogue } from '@vigie/dashboard-ui/catalogue';

/** answersTexts are the words of the section on how bodies answer. */
export const answersTexts = catalogue(
	{
		name: 'Réponses des organismes',
		finding: (asked: string, answered: string, days: string) =>
			`Sur un an, ${asked} fois un organisme a été saisi d’un signalement ; ${answered} ont une réponse, la moitié en ${days} jours ouvrés au plus.`,
		findingNone: (asked: string) =>
			`Sur un an, ${asked} fois un organisme a été saisi d’un signalement ; aucune réponse encore.`,
		now: (open: string, overdue: string) =>
			`En ce moment : ${open} signalements ouverts, dont ${overdue} en retard.`,
		none: 'Aucun organisme n’a encore été saisi d’un signalement.',
		title: 'En combien de temps les organismes reconnaissent et répondent',
		titleOf: (body: string) => `En combien de temps ${body} reconnaît et répond`,
		unit: (since: string) => `Part de ce qui est dû, par jours ouvrés depuis la saisine, depuis le ${since}.`,
		acknowledged: 'reconnus',
		answered: 'répondus',
		axis: 'des saisines',
		days: 'jours ouvrés',
		read: (day: string, acknowledged: string, answered: string) =>
			`En ${day} jours ouvrés au plus : ${acknowledged} reconnus, ${answered} répondus`,
		sentence: (title: string, last: string) => `${title}. ${last}.`,
		limits: (acknowledge: string, answer: string) =>
			`Délais convenus, en jours ouvrés (signal fort, signal) : reconnaître ${acknowledge}, répondre ${answer}.`,
		order: 'Les organismes sont dans l’ordre de la liste, et non de leurs chiffres.',
		sentOn: 'Ce qui est transmis à un autre organisme est dû par celui-ci, à compter de ce jour.',
		body: 'Organisme',
		asked: 'Saisines',
		medianAcknowledged: 'Reconnu en (médiane, jours)',
		inTimeAcknowledged: 'Reconnu dans le délai',
		medianAnswered: 'Répondu en (médiane, jours)',
		inTimeAnswered: 'Répondu dans le délai',
		open: 'Ouverts',
		overdue: 'En retard',
		passed: 'Promesses dépassées',
		confirmed: 'Réparations confirmées',
		reopened: 'Rouverts',
		of: (part: string, whole: string) => `${part} sur ${whole}`,
		replies: 'Droit de réponse',
		reply: (body: string, day: string) => `${body}, le ${day} :`,
		not: 'sans objet',
	},
	{
		name: 'Answers of bodies',
		finding: (asked: string, answered: string, days: string) =>
			`Over a year a body was asked about a report ${asked} times; ${answered} have an answer, half of them within ${days} working days.`,
		findingNone: (asked: string) =>
			`Over a year a body was asked about a report ${asked} times; there is no answer yet.`,
		now: (open: string, overdue: string) => `Now: ${open} open reports, ${overdue} of them overdue.`,
		none: 'No body was asked about a report yet.',
		title: 'How long bodies take to acknowledge and to answer',
		titleOf: (body: string) => `How long ${body} takes to acknowledge and to answer`,
		unit: (since: string) =>
			`Share of what is owed, by working days since the body was asked, since ${since}.`,
		acknowledged: 'acknowledged',
		answered: 'answered',
		axis: 'of what was asked',
		days: 'working days',
		read: (day: string, acknowledged: string, answered: string) =>
			`Within ${day} working days: ${acknowledged} acknowledged, ${answered} answered`,
		sentence: (title: string, last: string) => `${title}. ${last}.`,
		limits: (acknowledge: string, answer: string) =>
			`Agreed delays, in working days (strong signal, signal): to acknowledge ${acknowledge}, to answer ${answer}.`,
		order: 'Bodies are in the order of the list, and not of their figures.',
		sentOn: 'What is sent on to another body is owed by that body, from that day.',
		body: 'Body',
		asked: 'Asked',
		medianAcknowledged: 'Acknowledged in (median, days)',
		inTimeAcknowledged: 'Acknowledged in time',
		medianAnswered: 'Answered in (median, days)',
		inTimeAnswered: 'Answered in time',
		open: 'Open',
		overdue: 'Overdue',
		passed: 'Promises passed',
		confirmed: 'Repairs confirmed',
		reopened: 'Reopened',
		of: (part: string, whole: string) => `${part} of ${whole}`,
		replies: 'Right of reply',
		reply: (body: string, day: string) => `${body}, on ${day}:`,
		not: 'not applicable',
	},
);
