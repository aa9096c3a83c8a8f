import {
	benefitName,
	bodyName,
	departementName,
	groupName,
	platformName,
	regionName,
} from '@vigie/dashboard-ui/code-names';
import { formats } from '@vigie/dashboard-ui/format';
import { language } from '@vigie/dashboard-ui/language';
import { weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Manifest } from '@vigie/schemas/http';
import type { pageTexts } from '../texts/page-texts.js';
import type { Choice } from './closed-filters.js';
import type { Filters } from './filters.js';

/** territoryName is null for the country. */
const territoryName = ({ territory }: Filters): string | null => {
	switch (territory.kind) {
		case 'france':
			return null;
		case 'region':
			return regionName(territory.code);
		case 'departement':
			return `${departementName(territory.code)} (${territory.code})`;
	}
};

/** chosenNames lists in words what the filters hold, widest last; empty without any. */
export const chosenNames = (filters: Filters): readonly string[] => {
	const { platform, body, benefit, group } = filters;
	const names = [
		platform ? platformName(platform) : body && bodyName(body),
		benefit && benefitName(benefit),
		group && groupName(group),
		territoryName(filters),
	];
	return names.flatMap((name) => (name === null || name === '' ? [] : [name]));
};

/** joined writes names one after the other. */
export const joined = (names: readonly string[]): string => names.join(', ');

/** periodName writes the time of a release: "semaine du 16 au 22 novembre 2026", "4 semaines du 26 octobre au ...". */
export const periodName = ({ release, level, start, end }: Manifest): string => {
	const range = formats.range(new Date(start), new Date(end));
	const weeks = weeksOfPeriod(release).length;
	if (language === 'en') return level === 'week' ? `week of ${range}` : `${weeks} weeks, ${range}`;
	return level === 'week' ? `semaine du ${range}` : `${weeks} semaines du ${range}`;
};

/** notFollowedNote says which chosen filters a figure cannot follow; nothing when it follows all. */
export const notFollowedNote = (
	choices: readonly Choice[],
	t: (typeof pageTexts)['fr'],
): readonly string[] => (choices.length === 0 ? [] : [t.notFollowed(formats.list(choices.map(t.by)))]);
