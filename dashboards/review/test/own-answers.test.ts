import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { lives } from './stand-in-lives.js';
import { standInReports } from './stand-in-reports.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let sent: string[];
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('review', '/organisme/')]);
}, 120_000);
beforeEach(() => {
	sent = [];
	const reports = standInReports(lives);
	pages.stage.answer = (asked) => {
		// The figures are those of the fixture.
		if (asked.path === '/v1/reports/answers') return null;
		if (asked.path !== '/v1/bodies/CNAF/reply') return reports.answer(asked);
		sent.push(`${asked.method} ${asked.body}`);
		const reply = asked.method === 'PUT' ? { text: JSON.parse(asked.body).text, on: '2026-11-24' } : null;
		return { status: 200, body: { body: 'CNAF', reply } };
	};
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});
const open = async (width = 1280) => {
	const opened = await openPage(browser, `${pages.address}?ecran=chiffres`, { width });
	await opened.page.getByRole('heading', { name: 'CNAF : ce que le public lit' }).waitFor();
	return opened;
};

test('a body reads its delays as the public does, and no other body’s, on a small phone too', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await open(320);

	await page.getByText('en 9 jours ouvrés (médiane) ; 2 sur 3 dans le délai').waitFor();
	expect(await page.getByText('France Titres : ce que').count()).toBe(0);
	expect(complaints).toEqual([]);
	expect(await axeFindings(page)).toEqual([]);
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('it publishes a right of reply, with nobody’s name in it, and takes it back', {
	timeout: 60_000,
}, async () => {
	const { page } = await open();
	const field = page.getByLabel(/Précision, publiée/);
	await field.fill('Mme Martin a tort, 06 12 34 56 78');
	await page.getByRole('button', { name: 'Publier' }).click();
	await page.getByText(/ressemble à une donnée personnelle/).waitFor();
	expect(sent).toEqual([]);

	await field.fill('Nous avons répondu.');
	await page.getByRole('button', { name: 'Publier' }).click();
	await page.getByText('C’est publié.').waitFor();
	await page.getByText('Nous avons répondu.', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Retirer' }).click();
	await page.getByText('Votre droit de réponse est retiré.').waitFor();
	expect(sent).toEqual(['PUT {"text":"Nous avons répondu."}', 'DELETE {}']);
});
