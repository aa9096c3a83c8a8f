import { frenchSpaces } from './french-spaces.js';
import { type Language, language } from './language.js';

/** Message is a text, or a function that writes one from values. */
type Message = string | ((...values: never[]) => string);

/** Translation has exactly the keys of the French catalogue, each of the same kind: a missing key is a type error. */
type Translation<French extends Record<string, Message>> = {
	readonly [Key in keyof French]: French[Key] extends (...values: infer Values) => string
		? (...values: Values) => string
		: string;
};

/** Catalogue holds the texts of one subject in each language. */
export type Catalogue<French extends Record<string, Message>> = Readonly<
	Record<Language, Translation<French>>
>;

const spaced = (message: Message): Message =>
	typeof message === 'string' ? frenchSpaces(message) : (...values) => frenchSpaces(message(...values));

const allSpaced = (texts: Readonly<Record<string, Message>>): unknown =>
	Object.fromEntries(Object.entries(texts).map(([key, message]) => [key, spaced(message)]));

/** catalogue ties an English text to every French one; French spaces before signs are made unbreakable. */
export const catalogue = <French extends Record<string, Message>>(
	fr: French,
	en: Translation<French>,
	// Same keys and kinds as the French, which the compiler cannot follow through Object.entries.
): Catalogue<French> => ({ fr: allSpaced(fr) as Translation<French>, en });

/** inPageLanguage picks the texts in the language of the page. */
export const inPageLanguage = <French extends Record<string, Message>>(
	texts: Catalogue<French>,
): Translation<French> => texts[language];
