import type { Entry } from '@vigie/schemas/taxonomy/entry';
import { language } from './language.js';

/** labelIn returns a finder of labels for a list; a code that this page does not know yet reads as itself. */
export const labelIn = (list: readonly Entry[]): ((code: string) => string) => {
	const labels = new Map(list.map((entry) => [entry.code, entry[language]]));
	return (code) => labels.get(code) ?? code;
};
