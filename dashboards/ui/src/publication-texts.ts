import { catalogue } from './catalogue.js';

/** publicationTexts tell where the publication stands, for pages that have nothing to show yet. */
export const publicationTexts = catalogue(
	{
		emptyTitle: 'Rien n’est encore publié',
		emptyFirst: (day: string) =>
			`Première publication ${day}. Une semaine close paraît le mardi, jamais avant : il n’y a donc rien à lire d’ici là.`,
		loading: (done: string, total: string) =>
			`La démonstration se charge : ${done} semaines sur ${total}. La page se complète toute seule.`,
	},
	{
		emptyTitle: 'Nothing is published yet',
		emptyFirst: (day: string) =>
			`First publication on ${day}. A closed week appears on Tuesday, never before: there is nothing to read until then.`,
		loading: (done: string, total: string) =>
			`The demonstration is loading: ${done} weeks out of ${total}. The page fills in by itself.`,
	},
);
