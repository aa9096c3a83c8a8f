import type { Action } from '@vigie/schemas/accounts/actions';
import { reachOf } from '@vigie/schemas/accounts/can';
import type { Me } from '@vigie/schemas/accounts/session';

/** What each room is opened by, in the order of the menu. */
const keys = {
	organismes: 'administration:read',
	comptes: 'administration:read',
	structures: 'administration:read',
	cles: 'administration:read',
	journal: 'audit:read',
	lettres: 'administration:read',
	publications: 'administration:read',
	taches: 'jobs:read',
	commentaires: 'comment:read',
	propositions: 'proposal:read',
} as const satisfies Readonly<Record<string, Action>>;
export type Part = keyof typeof keys;

// Object.keys widens to texts; the keys of a frozen literal are exactly the parts.
/** parts are the rooms of the administration, in the order of the menu. */
export const parts = Object.keys(keys) as readonly Part[];

/** partsFor gives the rooms that somebody may enter: an administrator does not read comments, and a curator administers nothing. */
export const partsFor = ({ account, grants }: Pick<Me, 'account' | 'grants'>): readonly Part[] => {
	if (account === null) return [];
	const subject = { kind: 'account', account: account.id, grants } as const;
	return parts.filter((part) => reachOf(subject, keys[part]) !== 'none');
};

/** partOf reads which of the open parts an address names; null where it names none of them. */
export const partOf = (search: string, open: readonly Part[]): Part | null => {
	const named = new URLSearchParams(search).get('partie');
	return open.find((part) => part === named) ?? null;
};

/** addressOf writes the address of a part over the one there is, keeping what is not its own (the language). */
export const addressOf = (search: string, part: Part): string => {
	const query = new URLSearchParams(search);
	query.set('partie', part);
	return `?${query}`;
};
