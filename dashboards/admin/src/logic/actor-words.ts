import type { AuditActor } from '@vigie/schemas/accounts/audit';
import { auditTexts as t } from '../texts/audit-texts.js';

/** actorWords says who did something; an account by the function that it was given here, where it still is known. */
export const actorWords = (actor: AuditActor, functions: ReadonlyMap<string, string>): string => {
	switch (actor.kind) {
		case 'account':
			return functions.get(actor.account) ?? actor.account;
		case 'api-key':
			return t.key(actor.key);
		case 'operator':
			return t.operator;
		case 'job':
			return t.job;
		case 'anonymous':
			return t.anonymous;
		default: {
			const never: never = actor;
			return never;
		}
	}
};
