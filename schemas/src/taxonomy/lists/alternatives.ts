import type { Entry } from '../entry.js';

/** alternatives holds the other way that the body offered to the person. */
// biome-ignore format: one entry a line, to be read as a table
export const alternatives = [
	{ code: 'AUCUNE', fr: 'Aucune', en: 'None', since: '2026.1' },
	{ code: 'GUICHET', fr: 'Guichet', en: 'Counter', since: '2026.1' },
	{ code: 'TELEPHONE', fr: 'Téléphone', en: 'Telephone', since: '2026.1' },
	{ code: 'RENDEZ_VOUS', fr: 'Rendez-vous', en: 'Appointment', since: '2026.1' },
	{ code: 'COURRIER', fr: 'Courrier', en: 'Post', since: '2026.1' },
	{ code: 'FORMULAIRE_PAPIER', fr: 'Formulaire papier', en: 'Paper form', since: '2026.1' },
	{ code: 'AUTRE_SITE', fr: 'Autre site', en: 'Another site', since: '2026.1' },
	{ code: 'ACCOMPAGNEMENT', fr: 'Accompagnement', en: 'Assistance', since: '2026.1' },
	{ code: 'INCONNUE', fr: 'Ne sait pas', en: 'Not known', since: '2026.1' },
] as const satisfies readonly Entry[];
