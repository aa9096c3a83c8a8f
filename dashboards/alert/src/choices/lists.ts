import { language } from '@vigie/dashboard-ui/language';
import { alternatives } from '@vigie/schemas/taxonomy/lists/alternatives';
import { benefits } from '@vigie/schemas/taxonomy/lists/benefits';
import { consequences } from '@vigie/schemas/taxonomy/lists/consequences';
import { failureGroups } from '@vigie/schemas/taxonomy/lists/failure-groups';
import { type FailureKindEntry, failureKinds } from '@vigie/schemas/taxonomy/lists/failure-kinds';
import { personsConcerned } from '@vigie/schemas/taxonomy/lists/persons-concerned';
import { steps } from '@vigie/schemas/taxonomy/lists/steps';
import { timesSpent } from '@vigie/schemas/taxonomy/lists/times-spent';
import { type Known, type Option, optionsOf, possibleOnly } from './option.js';

/** OptionGroup is a title in the worker's words and what stands under it. */
export interface OptionGroup {
	readonly code: string;
	readonly title: string;
	readonly options: readonly Option[];
}

/** The steps most often told, shown before the others. */
const commonSteps = ['CONNEXION', 'FORMULAIRE', 'PIECES', 'ENVOI', 'SUIVI'];
/** COMMON is how many options a long list shows before "Autre…". */
export const COMMON = 6;

/** The rights most often told. */
const commonBenefits = ['RSA', 'AL', 'PPA', 'AAH', 'C2S', 'TITRE_SEJOUR', 'ARE', 'ASPA', 'RETRAITE'];

const commonFirst = (options: readonly Option[], common: readonly string[]): readonly Option[] => [
	...common.flatMap((code) => options.filter((option) => option.code === code)),
	...options.filter(({ code }) => !common.includes(code)),
];
const allSteps = commonFirst(optionsOf(steps), commonSteps);
const allBenefits = commonFirst(optionsOf(benefits), commonBenefits);
const kinds: readonly FailureKindEntry[] = failureKinds;

/** stepOptions lists the steps, the common ones first. */
export const stepOptions = (known: Known): readonly Option[] => possibleOnly(allSteps, 'step', known);

/** benefitOptions lists the rights that can be at stake, the common ones first. */
export const benefitOptions = (known: Known): readonly Option[] =>
	possibleOnly(allBenefits, 'benefit', known);

/** kindGroups lists what can happen, grouped by who can mend it; empty groups are left out. */
export const kindGroups = (known: Known): readonly OptionGroup[] =>
	failureGroups
		.map(({ code, words }) => ({
			code,
			title: words[language],
			options: possibleOnly(optionsOf(kinds.filter(({ group }) => group === code)), 'failureKind', known),
		}))
		.filter(({ options }) => options.length > 0);

/** ungroupedKinds lists what no group holds, under its full name: "autre blocage". */
export const ungroupedKinds: readonly Option[] = kinds
	.filter(({ group }) => !failureGroups.some(({ code }) => code === group))
	.map((kind) => ({ code: kind.code, label: kind[language] }));

export const consequenceOptions = optionsOf(consequences);
export const personsOptions = optionsOf(personsConcerned);
export const alternativeOptions = optionsOf(alternatives);
export const timeOptions = optionsOf(timesSpent);
