import type { Entry } from '../entry.js';

/** procedureChannels holds the way by which the procedure itself was attempted. */
// biome-ignore format: one entry a line, to be read as a table
export const procedureChannels = [
	{ code: 'WEB', fr: 'Site internet', en: 'Website', since: '2026.1' },
	{ code: 'APPLI_MOBILE', fr: 'Application mobile', en: 'Mobile app', since: '2026.1' },
	{ code: 'BORNE', fr: 'Borne', en: 'Kiosk', since: '2026.1' },
	{ code: 'TELEPHONE', fr: 'Téléphone', en: 'Telephone', since: '2026.1' },
	{ code: 'GUICHET', fr: 'Guichet', en: 'Counter', since: '2026.1' },
	{ code: 'COURRIER', fr: 'Courrier', en: 'Post', since: '2026.1' },
	{ code: 'COURRIEL', fr: 'Courriel', en: 'E-mail', since: '2026.1' },
	{ code: 'CHAT', fr: 'Discussion en ligne', en: 'Chat', since: '2026.1' },
	{ code: 'VISIO', fr: 'Visioconférence', en: 'Video call', since: '2026.1' },
	{ code: 'MESSAGERIE_PRO', fr: 'Messagerie entre professionnels', en: 'Messaging between professionals', hint: { fr: 'Administration+, par exemple', en: 'Administration+, for instance' }, since: '2026.1' },
] as const satisfies readonly Entry[];
