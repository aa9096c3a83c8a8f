import type { Entry } from '../entry.js';

/** referralResponses holds what was done with the need. */
// biome-ignore format: one entry a line, to be read as a table
export const referralResponses = [
	{ code: 'TRAITE_SUR_PLACE', fr: 'Traité sur place', en: 'Dealt with on the spot', since: '2026.1' },
	{ code: 'LIBRE_ACCES', fr: 'Libre accès à un poste', en: 'Free access to a workstation', since: '2026.1' },
	{ code: 'ACCOMPAGNEMENT_DEDIE', fr: 'Accompagnement dédié', en: 'Dedicated assistance', since: '2026.1' },
	{ code: 'RENVOI_ORGANISME', fr: 'Renvoi vers l’organisme', en: 'Sent back to the body', since: '2026.1' },
] as const satisfies readonly Entry[];
