import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { retention } from '@vigie/schemas/retention';

/** commentTexts are the words on the comments that came with alerts. */
export const commentTexts = inPageLanguage(
	catalogue(
		{
			intro: `Ce que des professionnels ont écrit à côté d’une alerte. Les curateurs seuls le lisent ; aucun organisme ne le voit. Un commentaire est effacé au bout de ${retention.commentDays} jours, et ne s’exporte pas.`,
			audited: 'Chaque page que vous ouvrez est écrite au journal : qui, quand, quelle page.',
			open: 'Ouvrir la page la plus récente',
			off: 'Cette instance n’accepte pas de commentaires. Ceux d’avant restent lisibles jusqu’à leur effacement.',
			none: 'Aucun commentaire ici.',
			unreadable: (count: string) => `Illisibles, scellés sous une autre clé : ${count}.`,
			more: 'Ouvrir la page suivante',
		},
		{
			intro: `What professionals wrote beside an alert. Only curators read it; no body sees it. A comment is erased after ${retention.commentDays} days, and cannot be exported.`,
			audited: 'Each page that you open is written to the log: who, when, which page.',
			open: 'Open the latest page',
			off: 'This instance takes no comments. Earlier ones can be read until they are erased.',
			none: 'No comment here.',
			unreadable: (count: string) => `Cannot be read, sealed under another key: ${count}.`,
			more: 'Open the next page',
		},
	),
);
