import { problems } from '@vigie/schemas/problem';
import { corpus } from '@vigie/test/poison/corpus';
import { CANARY as POISON } from '@vigie/test/poison/poison';
import { expect, test } from 'vitest';
import { expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const intake = await useIntake();

const post = ({ http }: (typeof corpus)[number]): Promise<Response> =>
	fetch(`${intake.url}/v1/events`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', ...http.headers, authorization: intake.device },
		body: new Uint8Array(http.body),
	});

test.each(corpus)('$name: refused over HTTP as $http.code, and repeated nowhere', async (poison) => {
	const { code, error } = poison.http;
	const response = await post(poison);
	const text = await response.clone().text();

	const errors = await expectProblem(response, problems[code].status, code);
	if (error !== undefined) expect(errors).toContain(error);
	expect(text.toUpperCase()).not.toContain(POISON);
});

test('nothing of all that was refused is on the topic', async () => {
	for (const poison of corpus) await post(poison);

	expect(await intake.onTopic()).toEqual([]);
});
