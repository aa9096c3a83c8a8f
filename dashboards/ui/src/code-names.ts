import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { bodies } from '@vigie/schemas/taxonomy/lists/bodies';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { platforms } from '@vigie/schemas/taxonomy/lists/platforms';
import { regions } from '@vigie/schemas/taxonomy/lists/regions';
import { steps } from '@vigie/schemas/taxonomy/lists/steps';
import { NON_PRECISE } from '@vigie/schemas/taxonomy/version';
import { labelIn } from './label.js';
import { language } from './language.js';

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
