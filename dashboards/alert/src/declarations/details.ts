import type { Event } from '@vigie/schemas/events';

/** detailFields are the fields a person may add to a declaration after it left, in the order they are asked. */
export const detailFields = [
	'step',
	'failureKind',
	'benefit',
	'consequence',
	'personsConcerned',
	'alternative',
	'timeSpent',
] as const;

/** DetailField is one of them. */
export type DetailField = (typeof detailFields)[number];

/** Alert is the kind whose details are all optional. */
export type Alert = Extract<Event, { kind: 'dysfunction.alerted' }>;

/** toggleDetail sets a detail, or removes it when it already holds that code. The revision is the outbox's matter. */
export const toggleDetail = (alert: Alert, field: DetailField, code: string): Alert => {
	const { [field]: current, ...rest } = alert;
	return current === code ? rest : { ...rest, [field]: code };
};
