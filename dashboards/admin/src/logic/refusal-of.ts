import type { Me } from '@vigie/schemas/accounts/session';
import { partsFor } from './parts.js';

/** Refusal is why nothing can be shown: nobody signed in, nobody can, or an account to which no part is open. */
export type Refusal = 'signed-out' | 'no-provider' | 'no-role';

/** refusalOf tells it; null for who may enter one part at least. */
export const refusalOf = (me: Me): Refusal | null => {
	if (me.account === null) return me.canSignIn ? 'signed-out' : 'no-provider';
	return partsFor(me).length === 0 ? 'no-role' : null;
};
