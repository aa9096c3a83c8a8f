import { formats } from '@vigie/dashboard-ui/format';
import { labelIn } from '@vigie/dashboard-ui/label';
import { language } from '@vigie/dashboard-ui/language';
import { weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Manifest } from '@vigie/schemas/http';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { bodies } from '@vigie/schemas/taxonomy/lists/bodies';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { steps } from '@vigie/schemas/taxonomy/lists/steps';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';
import type { pageTexts } from '../texts/page-texts.js';
import type { Choice } from './closed-filters.js';
import type { Filters } from './filters.js';

const NOT_SAID = { fr: 'Non précisé', en: 'Not specified' } as const;

/** orNotSaid makes a finder of labels also read the code of a dimension left out. */
const orNotSaid =
	(find: (code: string) => string) =>
	(code: string): string =>
		code === NON_PRECISE ? NOT_SAID[language] : find(code);

const shorts = (
	list: readonly { readonly code: string; readonly short?: string }[],
	find: (code: string) => string,
) => {
	const known = new Map(list.map((entry) => [entry.code, entry.short]));
	return orNotSaid((code) => known.get(code) ?? find(code));
};

/** platformName is the full name of a platform, platformShort the one for dense places. */
export const platformName = orNotSaid(labelIn(platforms));
export const platformShort = shorts(platforms, labelIn(platforms));
/** bodyName is the short name of a body where it has one, else the full one. */
export const bodyName = shorts(bodies, labelIn(bodies));
/** benefitName is the short name of a right where it has one, else the full one. */
export const benefitName = shorts(benefits, labelIn(benefits));
export const stepName = orNotSaid(labelIn(steps));
export const kindName = orNotSaid(labelIn(failureKinds));
export const groupName = orNotSaid(labelIn(failureGroups));
export const regionName = labelIn(regions);
export const departementName = labelIn(departements);

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
