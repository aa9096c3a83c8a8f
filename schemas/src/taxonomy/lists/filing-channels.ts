import type { Entry } from '../entry.js';

/** filingChannels holds the way by which an event reached Vigie. */
// biome-ignore format: one entry a line, to be read as a table
export const filingChannels = [
	{ code: 'FORMULAIRE', fr: 'Formulaire de Vigie', en: 'Vigie’s own form', since: '2026.1' },
	{ code: 'EXTENSION', fr: 'Extension de navigateur', en: 'Browser extension', since: '2026.1' },
	{ code: 'API_PARTENAIRE', fr: 'Logiciel partenaire', en: 'Partner software', since: '2026.1' },
	{ code: 'IMPORT', fr: 'Import de fichier', en: 'File import', since: '2026.1' },
] as const satisfies readonly Entry[];
