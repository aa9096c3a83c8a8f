const KEY = 'vigie.link';

/** rememberLink keeps a link for this window only, so that a reload in the middle of an enrolment goes on. */
export const rememberLink = (link: string): void => {
	try {
		sessionStorage.setItem(KEY, link);
	} catch {
		// Then a reload asks for the link again.
	}
};

/** rememberedLink reads it; null when there is none. */
export const rememberedLink = (): string | null => {
	try {
		return sessionStorage.getItem(KEY);
	} catch {
		return null;
	}
};

/** forgetLink removes it: enrolled, or gave up. */
export const forgetLink = (): void => {
	try {
		sessionStorage.removeItem(KEY);
	} catch {
		// Nothing was kept.
	}
};
