/** CookieJar keeps cookies by host, as a browser does: enough of one to sign in with. */
export interface CookieJar {
	fetch(url: string | URL, init?: RequestInit): Promise<Response>;
	/** header gives what is sent to a host, as the header says it. */
	header(url: string | URL): string;
	/** cookie gives a cookie's value at a host. */
	cookie(url: string, name: string): string | undefined;
	/** plant puts a cookie there, as an attacker would. */
	plant(url: string, name: string, value: string): void;
}

/** createJar makes an empty one. Redirects are answered, never followed: each is looked at. */
export const createJar = (): CookieJar => {
	const kept = new Map<string, Map<string, string>>();
	const of = (url: string | URL): Map<string, string> => {
		const { host } = new URL(url);
		const known = kept.get(host) ?? new Map<string, string>();
		kept.set(host, known);
		return known;
	};
	const header = (url: string | URL): string =>
		[...of(url)].map(([name, value]) => `${name}=${value}`).join('; ');
	return {
		header,
		fetch: async (url, init = {}) => {
			const cookies = header(url);
			const headers = new Headers(init.headers);
			if (cookies !== '') headers.set('cookie', cookies);
			const response = await fetch(url, { ...init, headers, redirect: 'manual' });
			for (const line of response.headers.getSetCookie()) {
				const [pair = '', ...attributes] = line.split(';');
				const at = pair.indexOf('=');
				const gone = attributes.some((text) => /expires=Thu, 01 Jan 1970|max-age=0/i.test(text.trim()));
				if (gone) of(url).delete(pair.slice(0, at));
				else of(url).set(pair.slice(0, at), pair.slice(at + 1));
			}
			return response;
		},
		cookie: (url, name) => of(url).get(name),
		plant: (url, name, value) => void of(url).set(name, value),
	};
};
