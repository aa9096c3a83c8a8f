import { language } from '@vigie/dashboard-ui/language';
import type { Entry, Wording } from '@vigie/schemas/taxonomy/entry';
import { isPossible } from '@vigie/schemas/taxonomy/possible';

/** Option is one thing to tap: a code and what people read. */
export interface Option {
	readonly code: string;
	readonly label: string;
	readonly hint?: string;
}

/** Known is what is already said of a declaration, among the dimensions that have rules. */
export interface Known {
	readonly platform?: string;
	readonly benefit?: string;
	readonly step?: string;
	readonly failureKind?: string;
}

type Dimension = keyof Known;
type Worded = Entry & { readonly words?: Wording; readonly short?: string };

/** labelOf gives what people read: a worker's words, else the short name (French only), else the label. */
export const labelOf = (entry: Worded): string =>
	entry.words?.[language] ?? (language === 'fr' ? entry.short : undefined) ?? entry[language];

/** optionsOf makes the options of a list, without what was retired. */
export const optionsOf = (list: readonly Worded[]): readonly Option[] =>
	list
		.filter(({ retired }) => retired === undefined)
		.map((entry) => {
			const hint = entry.hint?.[language];
			return { code: entry.code, label: labelOf(entry), ...(hint === undefined ? {} : { hint }) };
		});

/** labelIn finds what people read for a code; a code that this page does not know yet reads as itself. */
export const labelIn = (list: readonly Worded[], code: string): string => {
	const entry = list.find((candidate) => candidate.code === code);
	return entry ? labelOf(entry) : code;
};

/**
 * possibleOnly leaves out what cannot meet what is already said: the intake would refuse it. What is chosen stays, so
 * that it can be removed.
 */
export const possibleOnly = (
	options: readonly Option[],
	dimension: Dimension,
	known: Known,
): readonly Option[] => {
	// Object.entries widens the keys of a known interface to string.
	const others = (Object.entries(known) as [Dimension, string | undefined][]).filter(
		([name]) => name !== dimension,
	);
	return options.filter(
		({ code }) =>
			code === known[dimension] ||
			others.every(([name, value]) => value === undefined || isPossible(dimension, code, name, value)),
	);
};
