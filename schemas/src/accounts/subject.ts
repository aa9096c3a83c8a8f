import type { Grant } from './grant.js';

/** Subject is who asks. A device is none: what it sends is judged by intake, and it reads nothing that is not public. */
export type Subject =
	| { readonly kind: 'anonymous' }
	/** A person who signed in: the grants are those of the registry at this very moment. */
	| { readonly kind: 'account'; readonly account: string; readonly grants: readonly Grant[] }
	/** A machine client; the body is that of its key's structure, if any. */
	| {
			readonly kind: 'api-key';
			readonly key: string;
			readonly scopes: readonly string[];
			readonly body: string | null;
	  }
	/** A command line on the machine itself, with the token of the key directory. */
	| { readonly kind: 'operator' };

export const anonymous: Subject = { kind: 'anonymous' };
