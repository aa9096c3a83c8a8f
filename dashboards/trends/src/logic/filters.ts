/** PERIODS are the lengths of time one can choose. */
export const PERIODS = ['13-semaines', '1-an', '2-ans', 'tout'] as const;
export type Period = (typeof PERIODS)[number];

/** Territory is the country, a région or a département. */
export type Territory =
	| { readonly kind: 'france' }
	| { readonly kind: 'region'; readonly code: string }
	| { readonly kind: 'departement'; readonly code: string };

/** Filters are the choices of a reader; null is "all". A platform is always one of the body's, when both are chosen. */
export interface Filters {
	readonly period: Period;
	readonly territory: Territory;
	readonly body: string | null;
	readonly platform: string | null;
	readonly benefit: string | null;
	readonly group: string | null;
}

/** NO_FILTER is what a first visit shows. */
export const NO_FILTER: Filters = {
	period: '1-an',
	territory: { kind: 'france' },
	body: null,
	platform: null,
	benefit: null,
	group: null,
};
