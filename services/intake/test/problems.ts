import { Problem } from '@vigie/schemas/problem';
import { expect } from 'vitest';

/** CANARY is put where a value is wrong: no answer may ever repeat it. */
export const CANARY = 'CANARI_7F3A';

/** expectProblem asserts a problem document of that status and code which repeats nothing, and gives its errors as `path: code`. */
export const expectProblem = async (response: Response, status: number, code: string): Promise<string[]> => {
	const text = await response.text();
	expect(response.status, text).toBe(status);
	expect(response.headers.get('content-type')).toContain('application/problem+json');
	expect(text).not.toContain(CANARY);
	const problem = Problem.parse(JSON.parse(text));
	expect(problem.code).toBe(code);
	return (problem.errors ?? []).map((error) => `${error.path}: ${error.code}`);
};
