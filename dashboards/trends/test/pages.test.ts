import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

for (const { name, path, width, dark } of [
	{ name: 'the trends', path: '', width: 1280, dark: false },
	{ name: 'the trends in the dark', path: '', width: 1280, dark: true },
	{ name: 'the trends on a tablet', path: '', width: 768, dark: false },
	{ name: 'the trends on a small phone', path: '', width: 320, dark: false },
	{
		name: 'filtered trends in English',
		path: '?lang=en&plateforme=CAF_MON_COMPTE&territoire=region-32',
		width: 390,
		dark: false,
	},
	{ name: 'the method', path: 'methode.html', width: 320, dark: false },
	{ name: 'data protection', path: 'protection.html', width: 320, dark: false },
	{ name: 'the attestation', path: 'attestation.html', width: 320, dark: false },
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
	// The circle waits for the returns of its month.
	await page.getByRole('button', { name: 'Voir le tableau' }).nth(11).waitFor();
	const buttons = await page.getByRole('button', { name: 'Voir le tableau' }).all();
	for (const button of buttons.toReversed()) await button.click();

	expect(buttons).toHaveLength(12);
	expect(await page.locator('figure table').count()).toBe(12);
	expect(await page.locator('#ou tbody tr').count()).toBe(101);
	// How often a département is published is read off three tables, a circle off two, how bodies answer off none.
	expect(await page.getByText('Table publiée').count()).toBe(11);
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

test('a week read on the chart can become the week of the whole page, and back', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address);
	await page.locator('#evolution [role=application]').focus();
	await page.keyboard.press('Home');
	await page.keyboard.press('End');
	await page.keyboard.press('ArrowLeft');
	await page.getByRole('button', { name: 'Lire toute la page à cette semaine' }).click();
	await page.getByText('Semaine du 9 au 15 novembre 2026, choisie').waitFor();
	expect(page.url()).toContain('semaine=2026-W46');

	await page.getByRole('button', { name: 'Voir la dernière semaine' }).click();
	await page.getByText('Semaine du 16 au 22 novembre 2026, dernière publiée').waitFor();
});

test('a permanent link of an older week shows the same a year later, and says so when that week is another', {
	timeout: 60_000,
}, async () => {
	const first = await openPage(browser, `${pages.address}?semaine=2026-W40&plateforme=ANTS`);
	await first.page.getByText('Semaine du 28 septembre au 4 octobre 2026, choisie').waitFor();
	const numbersOf = async ({ page }: typeof first) => {
		await page.locator('#evolution').getByRole('button', { name: 'Voir le tableau' }).click();
		return page.locator('#evolution tbody').textContent();
	};
	await first.page.getByRole('button', { name: 'Copier un lien permanent' }).click();
	await first.page.waitForURL(/version=/);
	const link = new URL(first.page.url());

	expect(link.searchParams.get('version')).toMatch(/^[0-9a-f]{12}$/);
	expect(link.searchParams.get('taxonomie')).toBe(TAXONOMY_VERSION);
	const again = await openPage(browser, link.href);
	await again.page.getByText('Semaine du 28 septembre au 4 octobre 2026, choisie').waitFor();
	expect(await again.page.getByText('une autre version de cette semaine').count()).toBe(0);
	expect(await numbersOf(again)).toBe(await numbersOf(first));

	link.searchParams.set('version', '0123456789ab');
	const other = await openPage(browser, link.href);
	await other.page.getByText('une autre version de cette semaine').waitFor();
});

test('what changes is told in a sentence each, at a level in words, and leads to its series', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address);
	await page
		.getByRole('heading', { level: 1, name: 'France Titres\u00A0: bien plus de déclarations' })
		.waitFor();
	const rows = page.locator('#changements li');
	// What was expected is computed once the sentences stand.
	await rows.first().getByText('la semaine du 16 novembre').waitFor();

	expect(await rows.count()).toBe(3);
	expect(await rows.first().textContent()).toMatch(
		/signal fort.*pic.*déclarations \(±\s4\) la semaine du 16 novembre/s,
	);
	expect(await rows.first().getByRole('img').getAttribute('aria-label')).toMatch(/26 semaines.*attendu/s);
	await rows.first().getByRole('link', { name: 'Voir cette série' }).click();
	await page.getByRole('heading', { name: 'Déclarations\u00A0: France Titres (ANTS)' }).waitFor();
	expect(page.url()).toContain('plateforme=ANTS');
});

test('each week stands beside what was expected of it: read on the chart, in its table', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, `${pages.address}?plateforme=ANTS`);
	await page.locator('#evolution .above').getByText('± 4').waitFor();
	expect(await page.locator('#evolution .read').textContent()).toMatch(
		/attendu.*d’ordinaire.*seuil d’alerte/s,
	);

	await page.locator('#evolution').getByRole('button', { name: 'Voir le tableau' }).click();
	const last = page.locator('#evolution tbody tr').last().locator('td, th');
	const [, value, , expected, , , threshold] = (await last.allTextContents()).map((text) =>
		Number(text.replace(/\D/g, '')),
	);
	expect(expected).toBeGreaterThan(0);
	expect(value).toBeGreaterThan(threshold ?? Number.POSITIVE_INFINITY);
});
