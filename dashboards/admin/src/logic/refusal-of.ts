import { reachOf } from '@vigie/schemas/accounts/can';
import type { Me } from '@vigie/schemas/accounts/session';

/** Refusal is why nothing can be shown: nobody signed in, nobody can, or an account that does not administer. */
export type Refusal = 'signed-out' | 'no-provider' | 'no-role';

/** refusalOf tells it; null for who administers. */
export const refusalOf = ({ account, grants, canSignIn }: Me): Refusal | null => {
	if (account === null) return canSignIn ? 'signed-out' : 'no-provider';
	const subject = { kind: 'account', account: account.id, grants } as const;
	return reachOf(subject, 'administration:read') === 'none' ? 'no-role' : null;
};
