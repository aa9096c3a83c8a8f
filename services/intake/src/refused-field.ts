import { eventSchemas } from '@vigie/schemas/events';

const fields: ReadonlySet<string> = new Set(
	Object.values(eventSchemas).flatMap((versions) =>
		Object.values(versions).flatMap(({ shape }) => Object.keys(shape)),
	),
);

/**
 * refusedField names, for a metric, the field at a path such as `factors.3`: a field of the contracts, `body` for the whole, `other` for
 * anything else. There are as many as the contracts have fields, whatever senders send.
 */
export const refusedField = (path: string): string => {
	const [field = ''] = path.split('.');
	if (field === '') return 'body';
	return fields.has(field) ? field : 'other';
};
