import { catalogue } from './catalogue.js';

/** stateTexts are the sentences of a page that has nothing to show, or not yet. */
export const stateTexts = catalogue(
	{
		loading: 'Lecture des données…',
		stale: (time: string) => `Données de ${time}, connexion perdue.`,
		offline: 'Pas de réponse du serveur. Vérifiez la connexion, puis réessayez.',
		broken: 'Le serveur n’a pas pu répondre. Rien n’est perdu ; réessayez dans un instant.',
		refused: 'Ces données ne sont pas accessibles ici.',
		code: (code: string) => `Code : ${code}`,
		retry: 'Réessayer',
	},
	{
		loading: 'Reading the data…',
		stale: (time: string) => `Data of ${time}, connection lost.`,
		offline: 'No answer from the server. Check the connection, then try again.',
		broken: 'The server could not answer. Nothing is lost; try again in a moment.',
		refused: 'These data cannot be read from here.',
		code: (code: string) => `Code: ${code}`,
		retry: 'Try again',
	},
);
