import type { AuditLog } from '@vigie/kit/access/audit-log';
import type { ProblemCode } from '@vigie/schemas/problem';
import type { Logger } from 'pino';

const MINUTE_MS = 60_000;
/** Anybody can make one: so many a minute are written down, and no more. */
const MOST_A_MINUTE = 60;

/** noteRefusedSignIns makes what writes into the audit log that a sign-in came to nothing, and why: never who, for nobody was vouched for. */
export const noteRefusedSignIns = (audit: AuditLog, logger: Logger): ((why: ProblemCode) => void) => {
	let since = Number.NEGATIVE_INFINITY;
	let count = 0;
	return (why) => {
		const now = performance.now();
		if (now - since >= MINUTE_MS) [since, count] = [now, 0];
		count += 1;
		if (count > MOST_A_MINUTE) return;
		audit
			.write({ actor: { kind: 'anonymous' }, action: 'session.refused', detail: why })
			.catch(() => logger.warn('a refused sign-in could not be written down'));
	};
};
