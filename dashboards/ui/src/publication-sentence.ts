import type { WorldState } from '@vigie/schemas/http';
import { inPageLanguage } from './catalogue.js';
import { formats } from './format.js';
import { publicationTexts } from './publication-texts.js';

/** publicationSentence says, of a world that has published nothing, when it will. */
export const publicationSentence = ({ nextPublication }: Pick<WorldState, 'nextPublication'>): string =>
	inPageLanguage(publicationTexts).emptyFirst(formats.weekday(new Date(nextPublication)));
