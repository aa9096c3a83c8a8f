import { type Answer, fetchJson } from '@vigie/dashboard-ui/fetch-json';
import type { Action } from '@vigie/schemas/accounts/actions';
import { can, reachOf } from '@vigie/schemas/accounts/can';
import { CSRF_HEADER, Me, SignedOut, sessionPaths } from '@vigie/schemas/accounts/session';
import { anonymous, type Subject } from '@vigie/schemas/accounts/subject';

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

const subjectOf = ({ account, grants }: Me): Subject =>
	account === null ? anonymous : { kind: 'account', account: account.id, grants };

/** mayRead tells whether there is anything that this account may read here. */
export const mayRead = (me: Me): boolean => reachOf(subjectOf(me), 'report:list') !== 'none';

/** may tells whether this account may do something about a body's reports: the page offers nothing that would be refused. */
export const may = (me: Me, action: Action, body: string): boolean => can(subjectOf(me), action, { body });
