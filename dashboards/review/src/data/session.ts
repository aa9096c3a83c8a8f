import type { Action } from '@vigie/schemas/accounts/actions';
import { can, reachOf } from '@vigie/schemas/accounts/can';
import type { Me } from '@vigie/schemas/accounts/session';
import { anonymous, type Subject } from '@vigie/schemas/accounts/subject';

const subjectOf = ({ account, grants }: Me): Subject =>
	account === null ? anonymous : { kind: 'account', account: account.id, grants };

/** mayRead tells whether there is anything that this account may read here. */
export const mayRead = (me: Me): boolean => reachOf(subjectOf(me), 'report:list') !== 'none';

/** ownBodies gives the bodies that this account has a role for, and may read the settings of. */
export const ownBodies = (me: Me): readonly string[] =>
	[...new Set(me.grants.flatMap(({ body }) => (body === null ? [] : [body])))].filter((body) =>
		may(me, 'settings:read', body),
	);

/** may tells whether this account may do something about a body's reports: the page offers nothing that would be refused. */
export const may = (me: Me, action: Action, body: string): boolean => can(subjectOf(me), action, { body });
