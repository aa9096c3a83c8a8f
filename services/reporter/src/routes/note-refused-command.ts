import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { onceAMinute } from '@vigie/kit/once-a-minute';
import { problemCodeOf } from '@vigie/kit/problem-plugin';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Report } from '@vigie/schemas/reports/report';
import type { Logger } from 'pino';

/** NoteRefusedCommand writes down that an answer to a report was not taken. */
export type NoteRefusedCommand = (
	subject: Subject,
	report: Pick<Report, 'id' | 'body'>,
	error: unknown,
) => void;

/**
 * noteRefusedCommands makes what writes refused answers into the audit log, with the code of why, and nothing of what was said: an administrator
 * sees that a body tries in vain. Each is written once a minute at most, and nobody waits for it.
 */
export const noteRefusedCommands = (audit: AuditLog, logger: Logger): NoteRefusedCommand => {
	const isDue = onceAMinute();
	return (subject, { id, body }, error) => {
		const detail = problemCodeOf(error);
		const actor = actorOf(subject);
		if (detail === 'internal' || !isDue(`${JSON.stringify(actor)} ${id} ${detail}`)) return;
		audit
			.write({ actor, action: 'command.refused', target: id, body, detail })
			.catch(() => logger.warn({ detail }, 'a refused answer could not be written down'));
	};
};
