import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { demoWorld } from '../../ui/test/support/published-fixture.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
beforeEach(() => {
	Object.assign(pages.stage, { world: demoWorld(), hasReleases: true, isBroken: false });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

for (const { name, path, width, dark } of [
	{ name: 'the trends', path: '', width: 1280, dark: false },
	{ name: 'the trends in the dark', path: '', width: 1280, dark: true },
	{ name: 'the trends on a small phone', path: '', width: 320, dark: false },
	{
		name: 'filtered trends in English',
		path: '?lang=en&plateforme=CAF_MON_COMPTE&territoire=region-32',
		width: 390,
		dark: false,
	},
	{ name: 'the method', path: 'methode.html', width: 320, dark: false },
]) {
	test(`axe finds nothing in ${name}, the policy refuses nothing, nothing overflows`, {
		timeout: 60_000,
	}, async () => {
		const { page, complaints } = await openPage(browser, pages.address + path, { width, dark });

		expect(await axeFindings(page)).toEqual([]);
		expect(complaints).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	});
}

test('arrow keys move a reading cursor that says the value of each mark', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, pages.address);
	const map = page.locator('#ou [role=application]');
	await map.focus();
	await page.keyboard.press('Home');
	const first = await page.locator('#ou .readout').textContent();
	await page.keyboard.press('ArrowRight');

	expect(first).toContain('Pas-de-Calais (62)');
	expect(await page.locator('#ou .readout').textContent()).toContain('Nord (59)');
});

test('every figure opens a table of the same data, and names its published table', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address);
	const buttons = await page.getByRole('button', { name: 'Voir le tableau' }).all();
	for (const button of buttons.toReversed()) await button.click();

	expect(buttons).toHaveLength(7);
	expect(await page.locator('figure table').count()).toBe(7);
	expect(await page.locator('#ou tbody tr').count()).toBe(101);
	expect(await page.getByText('Table publiée').count()).toBe(7);
});

test('filters are in the address, and going back undoes them', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, pages.address);
	await page.getByLabel('Territoire').selectOption('region-32');
	expect(page.url()).toContain('territoire=region-32');
	expect(await page.getByText('trop fin pour protéger les personnes').count()).toBeGreaterThan(0);

	await page.goBack();
	await page.getByRole('heading', { name: 'Toutes les déclarations' }).waitFor();
	expect(await page.getByLabel('Territoire').inputValue()).toBe('france');
});

test('an empty real world says when it will publish, or that it does not for now', {
	timeout: 60_000,
}, async () => {
	Object.assign(pages.stage, { hasReleases: false, world: demoWorld({ world: 'real', lastRelease: null }) });
	const waiting = await openPage(browser, pages.address);
	expect(await waiting.page.getByText('Première publication mardi 1 décembre').count()).toBe(1);
	expect(await waiting.page.getByText('rien ici n’est réel').count()).toBe(0);

	pages.stage.world = demoWorld({ world: 'real', lastRelease: null, publishes: false });
	const collecting = await openPage(browser, pages.address);
	expect(await collecting.page.getByText('recueille les déclarations sans publier').count()).toBe(1);
});

test('a loading demonstration shows how far it is', { timeout: 60_000 }, async () => {
	pages.stage.world = demoWorld({ loading: { done: 60, total: 104 } });
	const { page } = await openPage(browser, pages.address);

	expect(await page.getByRole('progressbar').getAttribute('value')).toBe('60');
	expect(await page.locator('#evolution figure').count()).toBe(1);
});

test('a broken server is told in a plain sentence with its code, and can be tried again', {
	timeout: 60_000,
}, async () => {
	pages.stage.isBroken = true;
	const { page } = await openPage(browser, pages.address);
	expect(await page.getByText('Code\u00A0: unavailable').count()).toBe(1);

	pages.stage.isBroken = false;
	await page.getByRole('button', { name: 'Réessayer' }).click();
	await page.locator('#evolution figure').waitFor();
});

test('without script the page says where the same numbers are', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, pages.address, { script: false });

	expect(await page.getByRole('link', { name: '/v1/releases' }).count()).toBe(1);
});
