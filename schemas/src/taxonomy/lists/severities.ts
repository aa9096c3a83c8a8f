import type { Entry } from '../entry.js';

/** severities holds how grave a consequence is, lightest first. Derived, never asked. */
// biome-ignore format: one entry a line, to be read as a table
export const severities = [
	{ code: 'NULLE', fr: 'Sans gravité', en: 'None', since: '2026.1' },
	{ code: 'MODEREE', fr: 'Gravité modérée', en: 'Moderate', since: '2026.1' },
	{ code: 'FORTE', fr: 'Gravité forte', en: 'Serious', since: '2026.1' },
	{ code: 'CRITIQUE', fr: 'Gravité critique', en: 'Critical', since: '2026.1' },
] as const satisfies readonly Entry[];

/** SeverityCode is the code of a severity. */
export type SeverityCode = (typeof severities)[number]['code'];
