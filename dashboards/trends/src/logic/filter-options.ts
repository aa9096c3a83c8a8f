import {
	benefitName,
	bodyName,
	departementName,
	groupName,
	platformName,
	regionName,
} from '@vigie/dashboard-ui/code-names';
import type { Profile } from '@vigie/schemas/lattice';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { isPossible } from '@vigie/schemas/taxonomy/possible';
import { type Choice, closedFilters } from './closed-filters.js';
import { owners } from './families.js';
import type { Filters } from './filters.js';

/** FilterOption is one value of a filter; a closed one can be read but not chosen. */
export interface FilterOption {
	readonly value: string;
	readonly text: string;
	readonly open: boolean;
}

type Rows = readonly { readonly code: string }[];

const optionsOf = (
	rows: Rows,
	name: (code: string) => string,
	isOpen: (code: string) => boolean,
	prefix = '',
) =>
	rows.map(({ code }): FilterOption => ({ value: `${prefix}${code}`, text: name(code), open: isOpen(code) }));

/** filterOptions lists the values of each filter, closed where the release holds no such combination with the others. */
export const filterOptions = (filters: Filters, profile: Profile) => {
	const closed = new Set<Choice>(closedFilters(filters, profile).map(({ choice }) => choice));
	const { body, platform, benefit } = filters;
	const ofBody = platforms.filter(({ owner }) => body === null || owner === body);
	const fitsBenefit = (code: string) => benefit === null || isPossible('platform', code, 'benefit', benefit);
	const fitsPlatform = (code: string) =>
		platform === null || isPossible('platform', platform, 'benefit', code);
	const numbered = (code: string) => `${code} ${departementName(code)}`;
	return {
		regions: optionsOf(regions, regionName, () => !closed.has('region'), 'region-'),
		departements: optionsOf(departements, numbered, () => !closed.has('departement'), 'departement-'),
		bodies: optionsOf(owners, bodyName, () => !closed.has('body')),
		platforms: optionsOf(ofBody, platformName, (code) => !closed.has('platform') && fitsBenefit(code)),
		benefits: optionsOf(benefits, benefitName, (code) => !closed.has('benefit') && fitsPlatform(code)),
		groups: optionsOf(failureGroups, groupName, () => !closed.has('group')),
	};
};
