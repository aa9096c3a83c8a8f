import { ProblemError } from '@vigie/kit/problem-plugin';
import { type ListName, readCode, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';

/** requireCode throws the problem of a code that a list does not hold today, by the path of its field. */
export const requireCode = (list: ListName, code: string, path: string): void => {
	const reading = readCode(list, code, TAXONOMY_VERSION);
	if (!reading.ok) throw new ProblemError('invalid_request', { errors: [{ path, code: reading.error }] });
};
