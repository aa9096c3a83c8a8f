import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** formTexts are the words of the answer's form. */
export const formTexts = inPageLanguage(
	catalogue(
		{
			title: 'Répondre',
			back: 'Le signalement',
			nothing: 'Rien n’est attendu de vous ici pour l’instant.',
			readerOnly:
				'Votre compte lit les signalements de votre organisme, sans y répondre. Un administrateur de Vigie peut vous donner ce droit.',
			reason: 'Motif',
			target: 'Organisme qui peut corriger',
			choose: 'Choisir…',
			commitment: 'Date promise',
			effect: 'Corrigé depuis le',
			hour: 'Heure',
			'valid-until': 'Valable jusqu’au',
			text: (body: string) => `Précision, publiée sous le nom : ${body}`,
			optional: (limit: string) => `facultatif, ${limit} caractères`,
			required: (limit: string) => `obligatoire, ${limit} caractères`,
			left: (count: string) => `Encore ${count} caractères.`,
			noPersonal:
				'Aucune donnée sur une personne : ni nom, ni numéro, ni dossier. Le texte est vérifié ici, avant de partir.',
			personal: (what: string) =>
				`Ce texte ressemble à une donnée personnelle : ${what}. Retirez-la pour publier.`,
			preview: 'Ce que lira le terrain',
			after: 'Visible de tous dans la minute.',
			missing: 'Il manque quelque chose ci-dessus.',
			sending: 'Envoi…',
			done: 'C’est publié.',
			conflict:
				'Quelqu’un a répondu entre-temps. Voici le signalement tel qu’il est maintenant ; votre texte est gardé.',
			wrongState: 'Ce n’est plus possible dans l’état où en est le signalement.',
			refused: 'La réponse n’a pas été acceptée.',
			notSent: 'Pas de réponse du serveur : rien n’a été publié. Réessayez.',
			dueBefore: 'Réponse attendue',
			sendTo: (body: string) => `Transmettre : ${body}`,
		},
		{
			title: 'Answer',
			back: 'The report',
			nothing: 'Nothing is expected of you here for now.',
			readerOnly:
				'Your account reads the reports of your organisation and does not answer them. An administrator of Vigie can grant you that.',
			reason: 'Reason',
			target: 'Body that can mend it',
			choose: 'Choose…',
			commitment: 'Promised date',
			effect: 'Mended since',
			hour: 'Hour',
			'valid-until': 'Valid until',
			text: (body: string) => `Details, published under the name: ${body}`,
			optional: (limit: string) => `optional, ${limit} characters`,
			required: (limit: string) => `required, ${limit} characters`,
			left: (count: string) => `${count} characters left.`,
			noPersonal:
				'Nothing about a person: no name, no number, no file. The text is checked here before it leaves.',
			personal: (what: string) => `This text looks like personal data: ${what}. Remove it to publish.`,
			preview: 'What the field will read',
			after: 'Visible to all within a minute.',
			missing: 'Something is missing above.',
			sending: 'Sending…',
			done: 'Published.',
			conflict: 'Somebody answered in the meantime. Here is the report as it is now; your text is kept.',
			wrongState: 'This is no longer possible in the state of the report.',
			refused: 'The answer was not accepted.',
			notSent: 'No answer from the server: nothing was published. Try again.',
			dueBefore: 'Answer expected',
			sendTo: (body: string) => `Send to: ${body}`,
		},
	),
);
