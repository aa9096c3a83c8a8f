import type { Entry } from '../entry.js';

/** encounterChannels holds how the professional and the person met. */
// biome-ignore format: one entry a line, to be read as a table
export const encounterChannels = [
	{ code: 'ACCUEIL_RDV', fr: 'Accueil sur rendez-vous', en: 'Reception by appointment', since: '2026.1' },
	{ code: 'ACCUEIL_SPONTANE', fr: 'Accueil sans rendez-vous', en: 'Walk-in reception', since: '2026.1' },
	{ code: 'TELEPHONE', fr: 'Téléphone', en: 'Telephone', since: '2026.1' },
	{ code: 'DOMICILE', fr: 'Visite à domicile', en: 'Home visit', since: '2026.1' },
	{ code: 'EXTERIEUR', fr: 'À l’extérieur', en: 'Outdoors', hint: { fr: 'Maraude, permanence, aller-vers', en: 'Outreach, drop-in session' }, since: '2026.1' },
	{ code: 'COURRIER', fr: 'Courrier', en: 'Post', since: '2026.1' },
	{ code: 'COURRIEL', fr: 'Courriel', en: 'E-mail', since: '2026.1' },
	{ code: 'VISIO', fr: 'Visioconférence', en: 'Video call', since: '2026.1' },
	{ code: 'TIERS', fr: 'Par un tiers', en: 'Through a third party', since: '2026.1' },
] as const satisfies readonly Entry[];
