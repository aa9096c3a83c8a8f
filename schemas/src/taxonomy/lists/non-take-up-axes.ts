import type { Entry } from '../entry.js';

/** NonTakeUpAxisEntry adds the axis: one value at most is chosen on each. */
export interface NonTakeUpAxisEntry extends Entry {
	readonly axis: 'claim' | 'extent' | 'time' | 'several' | 'loss';
}

/** nonTakeUpAxes holds the other readings of a non-take-up, one optional field each. */
// biome-ignore format: one entry a line, to be read as a table
export const nonTakeUpAxes = [
	{ code: 'PRIMAIRE', fr: 'Primaire', en: 'Primary', hint: { fr: 'La personne ne demande pas', en: 'The person does not ask' }, axis: 'claim', since: '2026.1' },
	{ code: 'SECONDAIRE', fr: 'Secondaire', en: 'Secondary', hint: { fr: 'La personne demande et n’obtient pas', en: 'The person asks and does not get' }, axis: 'claim', since: '2026.1' },
	{ code: 'COMPLET', fr: 'Complet', en: 'Full', hint: { fr: 'Rien n’est perçu', en: 'Nothing is received' }, axis: 'extent', since: '2026.1' },
	{ code: 'PARTIEL', fr: 'Partiel', en: 'Partial', hint: { fr: 'Le montant perçu est inférieur au montant dû', en: 'The amount received is below the amount due' }, axis: 'extent', since: '2026.1' },
	{ code: 'TEMPORAIRE', fr: 'Temporaire', en: 'Temporary', hint: { fr: 'Le droit finit par être perçu', en: 'The right ends up being received' }, axis: 'time', since: '2026.1' },
	{ code: 'PERMANENT', fr: 'Permanent', en: 'Permanent', hint: { fr: 'Le droit n’est jamais perçu', en: 'The right is never received' }, axis: 'time', since: '2026.1' },
	{ code: 'FRICTIONNEL', fr: 'Frictionnel', en: 'Frictional', hint: { fr: 'Le retard tient au délai d’ouverture', en: 'The delay is that of opening the right' }, axis: 'time', since: '2026.1' },
	{ code: 'CUMULATIF', fr: 'Cumulatif', en: 'Cumulative', hint: { fr: 'Plusieurs droits à la fois', en: 'Several rights at once' }, axis: 'several', since: '2026.1' },
	{ code: 'PAR_RUPTURE', fr: 'Par rupture', en: 'By interruption', hint: { fr: 'Le droit est perdu au renouvellement', en: 'The right is lost at renewal' }, axis: 'loss', since: '2026.1' },
] as const satisfies readonly NonTakeUpAxisEntry[];
