/** Language is a language in which every text of the pages exists. */
export type Language = 'fr' | 'en';

const STORAGE_KEY = 'vigie.lang';

const isLanguage = (value: string | null | undefined): value is Language => value === 'fr' || value === 'en';

/** chooseLanguage prefers the address, then what was remembered, then French. */
export const chooseLanguage = (search: string, remembered: string | null): Language => {
	const asked = new URLSearchParams(search).get('lang');
	if (isLanguage(asked)) return asked;
	return isLanguage(remembered) ? remembered : 'fr';
};

/** rememberedLanguage reads and, when the address asks for one, writes the choice; a closed storage changes nothing. */
const rememberedLanguage = (): Language => {
	// Pages are also rendered once at build, where there is no window: in French.
	if (typeof window === 'undefined') return 'fr';
	try {
		const language = chooseLanguage(location.search, localStorage.getItem(STORAGE_KEY));
		localStorage.setItem(STORAGE_KEY, language);
		return language;
	} catch {
		return chooseLanguage(location.search, null);
	}
};

/** language is fixed for the life of a page: changing it is a link, which loads the page again. */
export const language: Language = rememberedLanguage();

/** languageHref gives the address of the same page in a language. */
export const languageHref = (href: string, to: Language): string => {
	const url = new URL(href);
	url.searchParams.set('lang', to);
	return `${url.pathname}${url.search}${url.hash}`;
};
