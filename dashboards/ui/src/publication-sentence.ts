import type { WorldState } from '@vigie/schemas/http';
import { inPageLanguage } from './catalogue.js';
import { formats } from './format.js';
import { publicationTexts } from './publication-texts.js';

/** publicationSentence says, of a world that has published nothing, when it will, or that it does not for now. */
export const publicationSentence = ({ publishes, nextPublication }: WorldState): string => {
	const t = inPageLanguage(publicationTexts);
	return publishes ? t.emptyFirst(formats.weekday(new Date(nextPublication))) : t.emptyCollecting;
};
