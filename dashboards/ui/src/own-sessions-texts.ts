import { catalogue, inPageLanguage } from './catalogue.js';

/** ownSessionsTexts are the words on where one is signed in. */
export const ownSessionsTexts = inPageLanguage(
	catalogue(
		{
			title: 'Mes sessions',
			session: (opened: string, seen: string) => `Ouverte le ${opened}, utilisée le ${seen}`,
			current: 'celle-ci',
			endOthers: 'Fermer les autres',
			ended: (count: number) => (count < 2 ? `${count} session fermée.` : `${count} sessions fermées.`),
		},
		{
			title: 'My sessions',
			session: (opened: string, seen: string) => `Opened on ${opened}, used on ${seen}`,
			current: 'this one',
			endOthers: 'End the others',
			ended: (count: number) => (count === 1 ? '1 session ended.' : `${count} sessions ended.`),
		},
	),
);
