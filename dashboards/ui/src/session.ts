import { CSRF_HEADER, Me, SignedOut, sessionPaths } from '@vigie/schemas/accounts/session';
import { type Answer, fetchJson } from './fetch-json.js';

/** readMe asks who signed in. */
export const readMe = (): Promise<Answer<Me>> =>
	fetchJson(sessionPaths.me, Me, { credentials: 'same-origin' });

/** changing are the headers of a request that changes something: only a page from here knows the token. */
export const changing = (csrf: string | null): Record<string, string> => ({
	'content-type': 'application/json',
	...(csrf === null ? {} : { [CSRF_HEADER]: csrf }),
});

/** signOut ends the session here, and says where it ends at the identity provider. */
export const signOut = (csrf: string | null): Promise<Answer<SignedOut>> =>
	fetchJson(sessionPaths.logout, SignedOut, {
		method: 'POST',
		credentials: 'same-origin',
		cache: 'no-store',
		headers: changing(csrf),
		body: '{}',
	});

/** signInAddress leads to the identity provider, and back to a page. */
export const signInAddress = (back: string): string =>
	`${sessionPaths.login}?return=${encodeURIComponent(back)}`;
