import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** shared holds the words that several screens use. */
export const shared = inPageLanguage(
	catalogue(
		{
			titleOf: (screen: string) => `${screen} · Vigie`,
			arrival: 'Inscription',
			tabsLabel: 'Écrans',
			alerter: 'Alerter',
			demarche: 'Démarche',
			droit: 'Droit',
			orienter: 'Orienter',
			suivi: 'Suivi',
			appareil: 'Cet appareil',
			sending: 'Envoi…',
			sentAt: (time: string) => `Envoyé à ${time}`,
			kept: 'Gardé ici, partira dès que possible',
			refused: 'Pas accepté',
			changeRefused: 'Dernier changement pas accepté',
			withdrawn: 'Annulé',
			undo: 'Annuler',
			undone: (name: string) => `Annulé : ${name}`,
			seconds: (left: number) => `${left} s`,
			specify: 'Préciser',
			close: 'Fermer',
			other: 'Autre…',
			nameAndWhat: (name: string, what: string) => `${name} : ${what}`,
			towards: (family: string) => `Vers : ${family}`,
			keptNow: (name: string) => `Gardé ici, partira dès que possible : ${name}`,
			sentNow: (name: string) => `Envoyé : ${name}`,
			refusedNow: (name: string) => `Pas accepté : ${name}`,
			holdUnreachable:
				'Pas de connexion. Ce que vous signalez est gardé sur cet appareil et partira dès que possible.',
			holdPostponed:
				'Le service est momentanément indisponible. Ce que vous signalez est gardé ici et partira tout seul.',
			holdRevoked:
				'Cet appareil n’est plus autorisé à envoyer. Demandez un nouveau lien à votre structure : ce qui est gardé ici partira avec lui.',
			holdExpired:
				'L’autorisation de cet appareil a expiré. Demandez un nouveau lien à votre structure : ce qui est gardé ici partira avec lui.',
			holdUnknown:
				'Le service ne reconnaît pas cet appareil. Rouvrez le lien de votre structure, ou demandez-en un nouveau : ce qui est gardé ici partira avec lui.',
			notKept:
				'Ce navigateur ne garde rien (navigation privée, ou mémoire pleine) : ne fermez pas cette page avant d’avoir lu « Envoyé ».',
			skip: 'Aller au contenu',
			code: (code: string) => `Code : ${code}`,
		},
		{
			titleOf: (screen: string) => `${screen} · Vigie`,
			arrival: 'Enrolment',
			tabsLabel: 'Screens',
			alerter: 'Alert',
			demarche: 'Procedure',
			droit: 'Right',
			orienter: 'Refer',
			suivi: 'Follow-up',
			appareil: 'This device',
			sending: 'Sending…',
			sentAt: (time: string) => `Sent at ${time}`,
			kept: 'Kept here, will leave as soon as possible',
			refused: 'Not accepted',
			changeRefused: 'Last change not accepted',
			withdrawn: 'Undone',
			undo: 'Undo',
			undone: (name: string) => `Undone: ${name}`,
			seconds: (left: number) => `${left} s`,
			specify: 'Add details',
			close: 'Close',
			other: 'Other…',
			nameAndWhat: (name: string, what: string) => `${name}: ${what}`,
			towards: (family: string) => `To: ${family}`,
			keptNow: (name: string) => `Kept here, will leave as soon as possible: ${name}`,
			sentNow: (name: string) => `Sent: ${name}`,
			refusedNow: (name: string) => `Not accepted: ${name}`,
			holdUnreachable:
				'No connection. What you report is kept on this device and will leave as soon as possible.',
			holdPostponed:
				'The service is unavailable for the moment. What you report is kept here and will leave by itself.',
			holdRevoked:
				'This device may no longer send. Ask your structure for a new link: what is kept here will leave with it.',
			holdExpired:
				'This device’s authorisation has expired. Ask your structure for a new link: what is kept here will leave with it.',
			holdUnknown:
				'The service does not know this device. Open your structure’s link again, or ask for a new one: what is kept here will leave with it.',
			notKept:
				'This browser keeps nothing (private browsing, or full memory): do not close this page before you read “Sent”.',
			skip: 'Skip to content',
			code: (code: string) => `Code: ${code}`,
		},
	),
);
