import { catalogue, inPageLanguage } from '@vigie/dashboard-ui/catalogue';

/** settingsTexts are the words on where the reports of one's own body go. */
export const settingsTexts = inPageLanguage(
	catalogue(
		{
			title: 'Réglages',
			lead: 'Où vont les signalements de votre organisme, et comment les derniers envois ont fini. Chaque changement est écrit au journal de l’administration.',
			readerOnly: 'Votre compte lit ces réglages, sans les changer.',
			workarounds: 'Contournements publiés',
			noWorkaround: 'Aucun. Un contournement se publie depuis son signalement.',
			valid: (day: string) => `valable jusqu’au ${day}`,
			wasValid: (day: string) => `était valable jusqu’au ${day}`,
		},
		{
			title: 'Settings',
			lead: 'Where the reports of your organisation go, and how the last sendings ended. Each change is written to the log of administration.',
			readerOnly: 'Your account reads these settings, without changing them.',
			workarounds: 'Published workarounds',
			noWorkaround: 'None. A workaround is published from its report.',
			valid: (day: string) => `valid until ${day}`,
			wasValid: (day: string) => `was valid until ${day}`,
		},
	),
);
