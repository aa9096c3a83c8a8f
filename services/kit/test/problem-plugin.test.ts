import { Problem, type ProblemCode, problems } from '@vigie/schemas/problem';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { ProblemError } from '../src/problem-plugin.js';
import { useServer } from './silent-server.js';

const answerTo = async (thrown: unknown) => {
	const { server, lines } = useServer();
	server.get('/', { config: { action: 'public:read' } }, async () => {
		throw thrown;
	});
	const answer = await server.inject('/');
	return { answer, problem: Problem.parse(answer.json()), lines };
};

it.each(Object.keys(problems) as ProblemCode[])(
	'a handler that throws %s is answered by it',
	async (code) => {
		const { answer, problem } = await answerTo(new ProblemError(code));

		expect(answer.statusCode).toBe(problems[code].status);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(problem.code).toBe(code);
		expect(answer.headers['www-authenticate']).toBe(problems[code].status === 401 ? 'Bearer' : undefined);
		expect(answer.headers['retry-after']).toBeUndefined();
	},
);

it('a problem may name the fields at fault, and say when to come back', async () => {
	const errors = [{ path: 'platform', code: 'unknown_code' }];

	const refused = await answerTo(new ProblemError('invalid_request', { errors }));
	const later = await answerTo(new ProblemError('unavailable', { retryAfterSeconds: 5 }));

	expect(refused.problem.errors).toEqual(errors);
	expect(later.answer.headers['retry-after']).toBe('5');
});

it('a body that breaks its contract is answered by paths and codes', async () => {
	const { error } = z.strictObject({ name: z.int() }).safeParse({ name: 'Dupont', Durand: 1 });

	const { answer, problem } = await answerTo(error);

	expect(problem).toMatchObject({
		status: 422,
		errors: [
			{ path: 'name', code: 'invalid_type' },
			{ path: '', code: 'unknown_field' },
		],
	});
	expect(answer.body).not.toMatch(/Dupont|Durand/);
});

it.each([
	['an error nobody expected', new Error('Dupont')],
	['a text that is not an error', 'Dupont'],
	['our own JSON that cannot be read', new SyntaxError('Unexpected token Dupont')],
	['an error with a code of the system', Object.assign(new Error('Dupont'), { code: 'ECONNREFUSED' })],
])('%s is ours: 500, logged with its route, told to nobody', async (_title, thrown) => {
	const { answer, problem, lines } = await answerTo(thrown);

	expect(answer.statusCode).toBe(500);
	expect(problem).toEqual({
		type: 'https://vigie.invalid/problems/internal',
		title: problems.internal.title,
		status: 500,
		code: 'internal',
	});
	expect(
		lines.map((line) => z.object({ msg: z.string(), route: z.string() }).parse(JSON.parse(line))),
	).toEqual([{ msg: 'unexpected error', route: '/' }]);
});
