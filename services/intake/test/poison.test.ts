import { BatchReceipt } from '@vigie/schemas/http';
import { problems } from '@vigie/schemas/problem';
import { corpus } from '@vigie/test/poison/corpus';
import { goodEvent, CANARY as POISON } from '@vigie/test/poison/poison';
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

test('in a batch each is refused by its place, and the good events beside it are accepted', async () => {
	const readable = corpus.filter(({ http }) => http.code === 'invalid_request' && !http.headers);
	const goods = [goodEvent(), ...readable.map(() => goodEvent())];
	const parts = readable.flatMap(({ http }, index) => [
		Buffer.from(`,${JSON.stringify(goods[index + 1])},`),
		http.body,
	]);
	const body = Buffer.concat([
		Buffer.from(`{"events":[${JSON.stringify(goods[0])}`),
		...parts,
		Buffer.from(']}'),
	]);

	const response = await fetch(`${intake.url}/v1/events/batch`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: intake.apiKey },
		body: new Uint8Array(body),
	});
	const text = await response.text();
	const { accepted, refused } = BatchReceipt.parse(JSON.parse(text));

	expect([response.status, accepted]).toEqual([202, goods.length]);
	expect(refused.map(({ index }) => index)).toEqual(readable.map((_poison, index) => 2 * index + 2));
	readable.forEach(({ http }, index) => {
		const errors = refused[index]?.errors.map(({ path, code }) => `${path}: ${code}`);
		expect(errors).toContain(http.error);
	});
	expect(text.toUpperCase()).not.toContain(POISON);
	expect((await intake.onTopic()).map(({ key }) => String(key)).sort()).toEqual(
		goods.map(({ id }) => id).sort(),
	);
});
