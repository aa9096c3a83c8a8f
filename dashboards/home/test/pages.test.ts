import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { demoNews, demoWorld } from '../../ui/test/support/published-fixture.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('home', '/')]);
}, 120_000);
beforeEach(() => {
	Object.assign(pages.stage, { world: demoWorld(), news: demoNews(), hasReleases: true, isBroken: false });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

for (const { name, path, width, dark } of [
	{ name: 'the home page', path: '', width: 1280, dark: false },
	{ name: 'the home page in the dark, in English', path: '?lang=en', width: 1280, dark: true },
	{ name: 'the home page on a small phone', path: '', width: 320, dark: false },
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

test('the language chosen once is remembered, also by the page’s own language', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, `${pages.address}?lang=en`);
	await page.goto(pages.address, { waitUntil: 'networkidle' });

	expect(await page.locator('html').getAttribute('lang')).toBe('en');
	expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('rights get stuck');
});

test('without script one reads what Vigie is, why nobody is recognised, and where the data are', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address, { script: false });
	const text = await page.locator('main').textContent();

	expect(text).toContain('Vigie repère où les droits se bloquent');
	expect(text).toContain('Aucune personne n’entre ici.');
	expect(await page.getByRole('link', { name: 'Je signale', exact: false }).count()).toBeGreaterThan(0);
	expect(await page.getByRole('link', { name: 'Toutes les publications' }).getAttribute('href')).toBe(
		'/v1/releases',
	);
	expect(await page.getByRole('status').count()).toBe(0);
});

test('each release opens its tables, as CSV and as JSON', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, pages.address);
	await page.locator('#donnees summary').first().click();

	const link = page.getByRole('link', { name: 'plateforme × étape, CSV' }).first();
	expect(await link.getAttribute('href')).toBe('/v1/releases/2026-W47/platform-step.csv');
});

test('each of the three doors leads to its page', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, pages.address);
	const doors = await page
		.locator('.doors a')
		.evaluateAll((all) => all.map((door) => door.getAttribute('href')));

	expect(doors).toEqual(['/alerte/', '/organisme/', '/tendances/']);
});

test('the strongest signal of the closed weeks is told in a sentence, with its level in a word', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address);
	await page
		.getByRole('heading', { name: 'France Titres\u00A0: bien plus de déclarations qu’attendu.' })
		.waitFor();

	expect(await page.locator('.told').textContent()).toContain('signal fort');
	const now = page.locator('#en-ce-moment').locator('xpath=../..');
	expect(await now.locator('> ul > li').first().textContent()).toMatch(
		/signal fort.*France Titres.*depuis 10\sh\s15, par 20 à 49 structures/s,
	);
	const usual = await now.locator('> ul > li').last().locator('li').allTextContents();
	expect(usual.slice(0, 2)).toEqual(['caf.fr', 'ameli.fr']);
	expect(usual).not.toContain('France Titres');
	expect(await page.getByRole('img', { name: '26 semaines' }).count()).toBe(1);
});
