import type { Entry, Evidence, Wording } from '../entry.js';
import type { BenefitCode } from './benefits.js';

/** PublishedRateEntry is a published rate of non-take-up, in percent; low and high differ where the source gives a range. */
export interface PublishedRateEntry extends Entry {
	readonly benefit: BenefitCode;
	readonly percent: { readonly low: number; readonly high: number };
	readonly year: string;
	readonly population: Wording;
	readonly source: string;
	readonly evidence: Evidence;
}

/** publishedRates holds rates measured by others, shown as context with year and source, never computed from events. Only what was read
 * in a source is here: no rate is listed for APA, AAH, AEEH, PCH or housing benefits, as no robust national one was found. */
// biome-ignore format: one entry a line, to be read as a table
export const publishedRates = [
	{ code: 'RSA_TRIMESTRE_2018', fr: 'Foyers éligibles sans RSA sur un trimestre', en: 'Eligible households without RSA over a quarter', benefit: 'RSA', percent: { low: 34, high: 34 }, year: '2018', population: { fr: 'ménages ordinaires, France métropolitaine', en: 'ordinary households, metropolitan France' }, source: 'DREES, Dossiers n° 92, février 2022', evidence: 'read', since: '2026.1' },
	{ code: 'RSA_DURABLE_2018', fr: 'Foyers éligibles sans RSA trois trimestres de suite', en: 'Eligible households without RSA three quarters running', benefit: 'RSA', percent: { low: 20, high: 20 }, year: '2018', population: { fr: 'ménages ordinaires, France métropolitaine', en: 'ordinary households, metropolitan France' }, source: 'DREES, Dossiers n° 92, février 2022', evidence: 'read', since: '2026.1' },
	{ code: 'RSA_MERES_SEULES_2018', fr: 'Mères seules éligibles sans RSA', en: 'Eligible single mothers without RSA', benefit: 'RSA', percent: { low: 16, high: 16 }, year: '2018', population: { fr: 'ménages ordinaires, France métropolitaine', en: 'ordinary households, metropolitan France' }, source: 'DREES, Dossiers n° 92, février 2022', evidence: 'read', since: '2026.1' },
	{ code: 'RSA_COUPLES_2018', fr: 'Couples sans enfant éligibles sans RSA', en: 'Eligible couples without children not receiving RSA', benefit: 'RSA', percent: { low: 49, high: 49 }, year: '2018', population: { fr: 'ménages ordinaires, France métropolitaine', en: 'ordinary households, metropolitan France' }, source: 'DREES, Dossiers n° 92, février 2022', evidence: 'read', since: '2026.1' },
	{ code: 'PPA_2016', fr: 'Foyers éligibles sans prime d’activité', en: 'Eligible households without the in-work benefit', benefit: 'PPA', percent: { low: 27, high: 27 }, year: '2016', population: { fr: 'foyers éligibles ; jamais remesuré depuis la réforme de 2019', en: 'eligible households; never measured again since the 2019 reform' }, source: 'DREES, Dossiers n° 57, juin 2020', evidence: 'read', since: '2026.1' },
	{ code: 'ASPA_2016', fr: 'Personnes seules éligibles sans minimum vieillesse', en: 'Eligible single persons without the minimum pension', benefit: 'ASPA', percent: { low: 50, high: 50 }, year: '2016', population: { fr: 'personnes seules, fin 2016', en: 'single persons, end of 2016' }, source: 'DREES, Dossiers n° 97, mai 2022', evidence: 'read', since: '2026.1' },
	{ code: 'C2S_2021', fr: 'Personnes éligibles sans complémentaire santé solidaire', en: 'Eligible persons without complementary health cover', benefit: 'C2S', percent: { low: 44, high: 44 }, year: '2021', population: { fr: 'personnes éligibles', en: 'eligible persons' }, source: 'Rapport annuel de la complémentaire santé solidaire, 2025', evidence: 'read', since: '2026.1' },
	{ code: 'C2S_GRATUITE_2021', fr: 'Dont sans participation financière', en: 'Of which without contribution', benefit: 'C2S', percent: { low: 31, high: 31 }, year: '2021', population: { fr: 'personnes éligibles à la C2S gratuite', en: 'persons eligible for free cover' }, source: 'Rapport annuel de la complémentaire santé solidaire, 2025', evidence: 'read', since: '2026.1' },
	{ code: 'C2S_PARTICIPATION_2021', fr: 'Dont avec participation financière', en: 'Of which with contribution', benefit: 'C2S', percent: { low: 66, high: 66 }, year: '2021', population: { fr: 'personnes éligibles à la C2S avec participation', en: 'persons eligible for cover with contribution' }, source: 'Rapport annuel de la complémentaire santé solidaire, 2025', evidence: 'read', since: '2026.1' },
	{ code: 'ARE_2019', fr: 'Personnes éligibles sans assurance chômage', en: 'Eligible persons without unemployment insurance', benefit: 'ARE', percent: { low: 25, high: 42 }, year: '2018-2019', population: { fr: 'fins de contrat de novembre 2018 à octobre 2019 ; estimation centrale 30 %', en: 'contracts ended November 2018 to October 2019; central estimate 30 %' }, source: 'Dares, Document d’études n° 263, octobre 2022', evidence: 'read', since: '2026.1' },
	{ code: 'RETRAITE_1942', fr: 'Retraités avec une pension au moins non demandée', en: 'Pensioners with at least one unclaimed pension', benefit: 'RETRAITE', percent: { low: 32, high: 32 }, year: 'génération 1942', population: { fr: 'personnes nées en 1942', en: 'persons born in 1942' }, source: 'DREES, citée par letowski.fr', evidence: 'read', since: '2026.1' },
] as const satisfies readonly PublishedRateEntry[];
