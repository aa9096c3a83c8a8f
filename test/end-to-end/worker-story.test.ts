import { createQuerier } from '@vigie/kit/clickhouse';
import { openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { clickhouseOf } from '@vigie/test/own-stack';
import { useStack } from '@vigie/test/use-stack';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

const stack = await useStack();
const browser = await launchChromium();
cleanUp(() => browser.close());

const storedEvents = async () => {
	const client = await clickhouseOf(stack, 'detector');
	cleanUp(() => client.close());
	return createQuerier(client)({
		sql: `
			SELECT
				toString(id) AS id,
				argMax(platform, revision) AS platform,
				argMax(failureKind, revision) AS failureKind,
				argMax(retracted, revision) AS retracted
			FROM private.events
			GROUP BY id
			ORDER BY platform
		`,
		params: z.object({}),
		row: z.object({ id: z.string(), platform: z.string(), failureKind: z.string(), retracted: z.boolean() }),
	});
};

test('a worker enrols, taps, undoes one alert, details another, and finds both in the follow-up', {
	timeout: 120_000,
}, async () => {
	const { page, complaints } = await openPage(browser, { viewport: { width: 390, height: 844 } });
	const startedMs = performance.now();
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('heading', { name: 'Qu’est-ce qui bloque ?' }).waitFor();
	expect(performance.now() - startedMs, 'enrolling takes under 30 seconds').toBeLessThan(30_000);
	expect(page.url(), 'the link does not stay in the address').not.toContain('lien');

	await page.getByRole('button', { name: /ameli\.fr/ }).click();
	await page.getByText(/Envoyé à/).waitFor();
	await page.getByRole('button', { name: /^Annuler/ }).click();
	await page.getByRole('button', { name: /ameli\.fr.*Signaler/ }).waitFor();

	await page.getByRole('button', { name: /^caf\.fr.*Signaler/ }).click();
	await page.getByRole('link', { name: /^Préciser/ }).click();
	await page.getByRole('button', { name: 'Connexion', exact: true }).click();
	await page.getByText('L’identité n’est pas acceptée').click();
	await page.getByRole('button', { name: /numéro.*provisoire/i }).click();
	await page.getByRole('button', { name: 'Terminé' }).click();
	await page.getByRole('link', { name: 'Suivi' }).click();

	await page.getByText('Annulée : elle ne compte pas').waitFor();
	await page
		.getByText(/^Reçue/)
		.first()
		.waitFor();
	const read = await storedEvents();
	const rows = await vi.waitUntil(
		async () => {
			const found = await read({});
			return (
				found.length === 2 &&
				found.some(({ retracted }) => retracted) &&
				found.some((row) => row.failureKind !== 'NON_PRECISE') &&
				found
			);
		},
		{ timeout: 15_000, interval: 100 },
	);
	expect(rows).toMatchObject([
		{ platform: 'AMELI', retracted: true },
		{ platform: 'CAF_MON_COMPTE', failureKind: 'NIR_PROVISOIRE', retracted: false },
	]);
	expect(complaints).toEqual([]);
});

test('a second worker’s device enrols by the same link, and knows nothing of the first', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, { viewport: { width: 1280, height: 800 } });
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Médiation numérique' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();

	await page.getByRole('link', { name: 'Suivi' }).click();

	await page.getByText('Rien encore').waitFor();
});
