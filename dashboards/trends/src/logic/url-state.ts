import { levelOfPeriod } from '@vigie/schemas/lattice';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { bodies } from '@vigie/schemas/taxonomy/lists/bodies';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { type Filters, NO_FILTER, PERIODS, type Territory } from './filters.js';

/** View is all that an address says: the filters, the week up to which one reads, and what the link was made from. */
export interface View {
	readonly filters: Filters;
	/** Last week shown; null is the last published one. */
	readonly until: string | null;
	/** First characters of that week's content hash, as when the link was made. */
	readonly version: string | null;
}

const HASH_LENGTH = 12;

/** shortHash is the part of a content hash that a link carries. */
export const shortHash = (hash: string): string => hash.slice(0, HASH_LENGTH);

type Rows = readonly { readonly code: string }[];
const known = (rows: Rows, code: string | null): string | null =>
	rows.some((row) => row.code === code) ? code : null;

const readTerritory = (text: string | null): Territory => {
	const match = /^(region|departement)-(.+)$/.exec(text ?? '');
	const region = match?.[1] === 'region' ? known(regions, match[2] ?? null) : null;
	const departement = match?.[1] === 'departement' ? known(departements, match[2] ?? null) : null;
	if (region) return { kind: 'region', code: region };
	return departement ? { kind: 'departement', code: departement } : NO_FILTER.territory;
};

/** readView reads an address; whatever it does not know is left at its default, so that an old link still opens. */
export const readView = (search: string): View => {
	const query = new URLSearchParams(search);
	const until = query.get('semaine');
	return {
		filters: {
			period: PERIODS.find((period) => period === query.get('periode')) ?? NO_FILTER.period,
			territory: readTerritory(query.get('territoire')),
			body: known(bodies, query.get('organisme')),
			platform: known(platforms, query.get('plateforme')),
			benefit: known(benefits, query.get('droit')),
			group: known(failureGroups, query.get('nature')),
		},
		until: until !== null && levelOfPeriod(until) === 'week' ? until : null,
		version: query.get('version'),
	};
};

/** writeView writes the address of a view over the one there is, keeping what is not its own (the language). Defaults are left out. */
export const writeView = (
	search: string,
	{ filters, until, version }: View,
	taxonomy: string | null = null,
): string => {
	const query = new URLSearchParams(search);
	const { territory, period } = filters;
	const own: readonly (readonly [string, string | null])[] = [
		['periode', period === NO_FILTER.period ? null : period],
		['territoire', territory.kind === 'france' ? null : `${territory.kind}-${territory.code}`],
		['organisme', filters.body],
		['plateforme', filters.platform],
		['droit', filters.benefit],
		['nature', filters.group],
		['semaine', until],
		['version', version],
		['taxonomie', taxonomy],
	];
	for (const [name, value] of own) {
		if (value === null) query.delete(name);
		else query.set(name, value);
	}
	const text = query.toString();
	return text === '' ? '' : `?${text}`;
};
