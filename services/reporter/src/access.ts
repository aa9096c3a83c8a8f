import { can } from '@vigie/schemas/accounts/can';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Caller } from '@vigie/schemas/reports/judge-command';
import type { Report } from '@vigie/schemas/reports/report';
import type { Actor } from '@vigie/schemas/reports/report-event';

type Answerable = Pick<Report, 'body' | 'firstBody'>;

/** mayRead tells whether somebody may read a report: of the body that must answer, or of the one that was asked first and sent it on. */
export const mayRead = (subject: Subject, { body, firstBody }: Answerable): boolean =>
	[body, firstBody].some((one) => can(subject, 'report:read', { body: one }));

/** callerOf gives for whom commands of somebody on a report are judged; null for who may only read it. */
export const callerOf = (subject: Subject, { body }: Answerable): Caller | null => {
	if (can(subject, 'report:answer', { body })) return 'body';
	return can(subject, 'report:reassign', { body }) ? 'administrator' : null;
};

/** isOfBody tells whether somebody's reading is the body's own: a person or a machine of it, and not an administrator. */
export const isOfBody = (subject: Subject, body: string): boolean => {
	if (subject.kind === 'api-key') return subject.body === body;
	return subject.kind === 'account' && subject.grants.some((grant) => grant.body === body);
};

const nameOf = (subject: Subject): string | null => {
	if (subject.kind === 'account') return subject.account;
	return subject.kind === 'api-key' ? `key:${subject.key}` : null;
};

/** actorOf gives who does something to a report, as its life keeps it. */
export const actorOf = (subject: Subject, { body }: Answerable): Actor =>
	isOfBody(subject, body)
		? { kind: 'body', body, account: nameOf(subject) }
		: { kind: 'administrator', account: nameOf(subject) };
