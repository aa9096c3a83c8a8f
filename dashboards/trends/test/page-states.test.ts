import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { demoNews, demoWorld } from '../../ui/test/support/published-fixture.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
beforeEach(() => {
	Object.assign(pages.stage, { world: demoWorld(), news: demoNews(), hasReleases: true, isBroken: false });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

test('an empty real world says when it will publish', {
	timeout: 60_000,
}, async () => {
	Object.assign(pages.stage, { hasReleases: false, world: demoWorld({ world: 'real', lastRelease: null }) });
	const waiting = await openPage(browser, pages.address);
	expect(await waiting.page.getByText('Première publication mardi 1er décembre').count()).toBe(1);
	expect(await waiting.page.getByText('rien ici n’est réel').count()).toBe(0);
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

test('a calm week is told as such, and one that was not judged as not judged', {
	timeout: 60_000,
}, async () => {
	pages.stage.news = { ...demoNews(), signals: [] };
	const calm = await openPage(browser, pages.address);
	await calm.page
		.getByRole('heading', { level: 1, name: 'Rien d’inhabituel la semaine du 16 novembre.' })
		.waitFor();
	expect(await calm.page.locator('#changements').textContent()).toContain(
		'n’est pas une absence de problème',
	);

	pages.stage.news = { ...demoNews(), asOf: null, signals: [] };
	const first = await openPage(browser, pages.address);
	await first.page.getByText('n’ont pas encore été comparées').waitFor();
	expect(await first.page.getByRole('heading', { level: 1 }).textContent()).not.toContain('inhabituel');
});
