import type { Entry } from '../entry.js';

/** referralReasons holds why the person is sent on: each speaks of the service, none of the person. */
// biome-ignore format: one entry a line, to be read as a table
export const referralReasons = [
	{ code: 'HORS_MISSION', fr: 'Hors de nos missions', en: 'Outside our remit', since: '2026.1' },
	{ code: 'COMPETENCE_NUMERIQUE_REQUISE', fr: 'Compétence numérique requise', en: 'Digital skill required', since: '2026.1' },
	{ code: 'COMPETENCE_DROIT_REQUISE', fr: 'Compétence en droits sociaux requise', en: 'Welfare-rights skill required', since: '2026.1' },
	{ code: 'SITUATION_SOCIALE_COMPLEXE', fr: 'Situation sociale complexe', en: 'Complex social situation', since: '2026.1' },
	{ code: 'URGENCE', fr: 'Urgence', en: 'Emergency', since: '2026.1' },
	{ code: 'SATURATION', fr: 'Service saturé', en: 'Service overloaded', since: '2026.1' },
	{ code: 'PAS_D_EQUIPEMENT', fr: 'Pas d’équipement ici', en: 'No equipment here', since: '2026.1' },
	{ code: 'SECRET_PRO', fr: 'Secret professionnel', en: 'Professional secrecy', hint: { fr: 'Information intime que l’on ne peut pas traiter', en: 'Intimate information one may not handle' }, since: '2026.1' },
	{ code: 'DEMANDE_ORGANISME', fr: 'L’organisme a dit « faites-le en ligne »', en: 'The body said “do it online”', since: '2026.1' },
	{ code: 'LANGUE', fr: 'Langue', en: 'Language', since: '2026.1' },
	{ code: 'PROXIMITE', fr: 'Plus près de la personne', en: 'Closer to the person', since: '2026.1' },
	{ code: 'ABSENCE_MANDAT', fr: 'Pas de mandat', en: 'No mandate', since: '2026.1' },
] as const satisfies readonly Entry[];
