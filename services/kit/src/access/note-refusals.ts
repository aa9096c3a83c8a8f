import type { Action } from '@vigie/schemas/accounts/actions';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Logger } from 'pino';
import { onceAMinute } from '../once-a-minute.js';
import { type AuditLog, actorOf } from './audit-log.js';

/** NoteRefusal writes down that somebody who is known tried what they may not do. */
export type NoteRefusal = (subject: Subject, action: Action) => void;

/**
 * noteRefusals makes what writes refusals into the audit log: who, and which action, once a minute at most for each. Who asks is answered
 * without waiting for it.
 */
export const noteRefusals = (audit: AuditLog, logger: Logger): NoteRefusal => {
	const isDue = onceAMinute();
	return (subject, action) => {
		if (subject.kind === 'anonymous') return;
		const actor = actorOf(subject);
		if (!isDue(`${JSON.stringify(actor)} ${action}`)) return;
		audit
			.write({ actor, action: 'access.refused', detail: action })
			.catch(() => logger.warn({ action }, 'a refusal could not be written down'));
	};
};
