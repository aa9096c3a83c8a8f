import type { Profile } from '@vigie/schemas/lattice';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { owners } from './families.js';
import { type Filters, NO_FILTER } from './filters.js';
import { planOf } from './plan.js';

/** Choice is a filter that can be open or closed; the two territories are told apart, for one may be open alone. */
export type Choice = 'region' | 'departement' | 'body' | 'platform' | 'benefit' | 'group';

/** CHOICES lists them in the order of the page. */
export const CHOICES: readonly Choice[] = ['region', 'departement', 'body', 'platform', 'benefit', 'group'];

/** Closed says which filter is closed, and which of the others opens it again when taken off (none if two must go). */
export interface Closed {
	readonly choice: Choice;
	readonly openedBy: Choice | null;
}

const WITHOUT = {
	region: { territory: NO_FILTER.territory },
	departement: { territory: NO_FILTER.territory },
	body: { body: null, platform: null },
	platform: { platform: null },
	benefit: { benefit: null },
	group: { group: null },
} as const satisfies Record<Choice, Partial<Filters>>;

const SOME = {
	region: { territory: { kind: 'region', code: regions[0].code } },
	departement: { territory: { kind: 'departement', code: departements[0].code } },
	body: { body: owners[0]?.code ?? null, platform: null },
	platform: { platform: platforms[0].code },
	benefit: { benefit: benefits[0].code },
	group: { group: failureGroups[0].code },
} as const satisfies Record<Choice, Partial<Filters>>;

/** isChosen tells whether a filter holds something else than "all". */
export const isChosen = (filters: Filters, choice: Choice): boolean => {
	if (choice === 'region' || choice === 'departement') return filters.territory.kind === choice;
	return filters[choice] !== null;
};

/** without takes a choice off. */
export const without = (filters: Filters, choice: Choice): Filters => ({ ...filters, ...WITHOUT[choice] });

const opens = (filters: Filters, choice: Choice, profile: Profile): boolean =>
	planOf({ ...filters, ...SOME[choice] }, profile) !== null;

/** closedFilters lists the filters that the release holds with none of their values, given the others. */
export const closedFilters = (filters: Filters, profile: Profile): readonly Closed[] =>
	CHOICES.filter((choice) => !isChosen(filters, choice) && !opens(filters, choice, profile)).map(
		(choice) => ({
			choice,
			openedBy:
				CHOICES.find(
					(other) => isChosen(filters, other) && opens(without(filters, other), choice, profile),
				) ?? null,
		}),
	);
