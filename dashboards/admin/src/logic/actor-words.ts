import type { AuditActor } from '@vigie/schemas/accounts/audit';
import { auditTexts as t } from '../texts/audit-texts.js';

/** actorWords says who did something. */
export const actorWords = (actor: AuditActor): string => {
	switch (actor.kind) {
		case 'account':
			return actor.account;
		case 'api-key':
			return t.key(actor.key);
		case 'operator':
			return t.operator;
		case 'job':
			return t.job;
		default: {
			const never: never = actor;
			return never;
		}
	}
};
