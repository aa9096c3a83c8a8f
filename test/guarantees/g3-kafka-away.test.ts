import { openPage } from '@vigie/test/browser';
import { declare, declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { cleanUp } from '@vigie/test/cleanup';
import { createHistory } from '@vigie/test/history/history';
import { readStored } from '@vigie/test/history/read-stored';
import { launchChromium } from '@vigie/test/launch-chromium';
import { expect, test, vi } from 'vitest';
import { useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const browser = await launchChromium();
cleanUp(() => browser.close());

// Made before anything breaks.
const link = await stack.makeLink();

const post = (id: string): Promise<Response> =>
	fetch(`${stack.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: stack.authorization, 'content-type': 'application/json' },
		body: JSON.stringify(declare({ id })),
	});

const untilRefused = (): Promise<true> =>
	vi.waitUntil(async () => (await post(declare().id)).status === 503 || null, {
		timeout: 30_000,
		interval: 100,
	});

test('G3: without Kafka every event is answered 503 with Retry-After, and none of them appears when Kafka is back', {
	timeout: 180_000,
}, async () => {
	await stack.kill('Kafka');
	await untilRefused();
	const ids = declareMany(30).map(({ id }) => id);
	const answers = await Promise.all(ids.map(post));
	await stack.start('Kafka');
	await sendUntilTold(stack, declareMany(10), history);

	expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 503));
	for (const { headers } of answers) {
		expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
		expect(headers.get('content-type')).toContain('application/problem+json');
	}
	await vi.waitUntil(
		async () => (await readStored(stack.clientOf('detector'))).some(({ key }) => history.revisions.has(key)),
		{ timeout: 60_000, interval: 200 },
	);
	const stored = await readStored(stack.clientOf('detector'));
	expect(stored.filter(({ key }) => ids.includes(key.slice(0, 36)))).toEqual([]);
});

test('G3: a worker who taps while Kafka is away is told that it waits, and it goes by itself when Kafka is back', {
	timeout: 180_000,
}, async () => {
	const { page } = await openPage(browser, { viewport: { width: 390, height: 844 } });
	await page.goto(link);
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('heading', { name: 'Qu’est-ce qui bloque ?' }).waitFor();
	await stack.kill('Kafka');
	await untilRefused();

	await page.getByRole('button', { name: /ameli\.fr/ }).click();
	await page
		.getByText(/partira tout seul/)
		.first()
		.waitFor();
	await stack.start('Kafka');
	await page.getByRole('link', { name: 'Suivi' }).click();

	await page
		.getByText(/^Reçue/)
		.first()
		.waitFor({ timeout: 90_000 });
});

test('G3: without Redis no event is refused, and each is stored once', { timeout: 120_000 }, async () => {
	const before = history.acknowledged;
	await stack.kill('Redis');
	const batch = declareMany(50);

	expect(await sendUntilTold(stack, batch, history)).toBe('acknowledged');
	expect(await sendUntilTold(stack, batch, history)).toBe('acknowledged');
	await stack.start('Redis');

	expect(history.acknowledged).toBe(before + 50);
	const seen = await readStored(stack.clientOf('detector'));
	expect(seen.filter(({ rows }) => rows > 1)).toEqual([]);
});
