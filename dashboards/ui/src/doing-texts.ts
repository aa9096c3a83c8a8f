import { catalogue, inPageLanguage } from './catalogue.js';

/** doingTexts are the words on what is done from a page: asked again, refused, shown once. */
export const doingTexts = inPageLanguage(
	catalogue(
		{
			refused: (why: string) => `Refusé : ${why}.`,
			offline:
				'Pas de réponse du serveur. Rien n’a été changé que l’on sache : relisez avant de recommencer.',
			confirm: 'Confirmer',
			keep: 'Non, garder',
			copy: 'Copier',
			copied: 'Copié',
			onceOnly: 'Montré une seule fois : copiez-le maintenant.',
			close: 'Fermer',
		},
		{
			refused: (why: string) => `Refused: ${why}.`,
			offline:
				'No answer from the server. Nothing is known to have changed: read again before you repeat it.',
			confirm: 'Confirm',
			keep: 'No, keep it',
			copy: 'Copy',
			copied: 'Copied',
			onceOnly: 'Shown once: copy it now.',
			close: 'Close',
		},
	),
);
