import { ReportList } from '@vigie/schemas/reports/http';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { LATE, LOGIN, lives } from './stand-in-lives.js';
import { standInReports } from './stand-in-reports.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('review', '/organisme/')]);
}, 120_000);
beforeEach(() => {
	Object.assign(pages.stage, { isBroken: false, answer: standInReports(lives).answer });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

for (const { name, path, width, dark } of [
	{ name: 'the inbox and a report', path: `?signalement=${LOGIN}`, width: 1280, dark: false },
	{ name: 'the inbox and a report in the dark', path: `?signalement=${LOGIN}`, width: 1280, dark: true },
	{ name: 'the inbox on a small phone', path: '', width: 320, dark: false },
	{ name: 'a report on a small phone', path: `?signalement=${LOGIN}`, width: 320, dark: false },
	{
		name: 'the answer on a small phone',
		path: `?signalement=${LOGIN}&ecran=repondre`,
		width: 320,
		dark: false,
	},
	{
		name: 'a report in English',
		path: `?lang=en&signalement=r-000000000000000000000005`,
		width: 390,
		dark: false,
	},
	{ name: 'the figures of a body', path: '?ecran=chiffres', width: 1280, dark: false },
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

/** openList opens the list and waits until its reports are there. */
const openList = async (address: string, options: Parameters<typeof openPage>[2] = {}) => {
	const opened = await openPage(browser, address, options);
	await opened.page.locator('a.row').first().waitFor();
	return opened;
};

test('the heading of the list stands on one line, clear of the ways to the other screens', async () => {
	for (const width of [1366, 320]) {
		const { page } = await openList(pages.address, { width });
		const [heading, way] = await Promise.all([
			page.getByRole('heading', { name: 'Signalements' }).boundingBox(),
			page.getByRole('button', { name: 'Réglages' }).boundingBox(),
		]);

		expect(heading?.height).toBeLessThan(40);
		expect(heading?.y).toBeGreaterThanOrEqual((way?.y ?? 0) + (way?.height ?? 0));
		await page.context().close();
	}
});

test('on paper a report has no menu, no list and no way to answer', async () => {
	const { page } = await openPage(browser, `${pages.address}?signalement=${LOGIN}`, { width: 700 });
	await page.getByRole('button', { name: 'Imprimer, une page' }).waitFor();
	expect(await page.getByRole('button', { name: 'Menu' }).isVisible()).toBe(true);

	await page.emulateMedia({ media: 'print' });

	for (const button of await page.getByRole('button').all()) expect(await button.isVisible()).toBe(false);
});

test('each row is a sentence with its level, its band and what is awaited until when', async () => {
	const { page } = await openList(pages.address);
	const rows = await page.locator('a.row').allTextContents();

	expect(rows).toHaveLength(5);
	expect(rows[0]).toMatch(/Versement arrêté.*50 structures et plus.*En retard de \d+ jours/s);
	expect(rows[1]).toMatch(
		/Numéro provisoire refusé.*signal fort.*20 à 49 structures, France entière.*Répondre d’ici \S+/s,
	);
	expect(rows[2]).toMatch(/À reconnaître d’ici/);
	expect(rows[3]).toMatch(/Engagé pour le 1er décembre/);
});

test('lists, filters and words narrow the inbox, and the address remembers', async () => {
	const { page } = await openList(pages.address);
	await page.getByRole('button', { name: /À répondre/ }).click();
	expect(await page.locator('a.row').count()).toBe(3);
	expect(page.url()).toContain('etat=a-repondre');

	await page.goBack();
	await page.getByLabel('Plateforme').selectOption('AMELI');
	expect(await page.locator('a.row').count()).toBe(1);
	await page.getByLabel('Plateforme').selectOption('');
	await page.getByLabel('Chercher un signalement').fill('piece refusee');
	expect(await page.locator('a.row').count()).toBe(1);
	await page.getByLabel('Chercher un signalement').fill('rien de tel');
	await page.getByRole('button', { name: 'Tout montrer' }).click();
	expect(await page.locator('a.row').count()).toBe(5);
});

test('what a body sent on to another is no longer counted as its own to answer, nor as late', async () => {
	const api = standInReports(lives);
	pages.stage.answer = (asked) => {
		const said = api.answer(asked);
		if (asked.path !== '/v1/reports' || said === null) return said;
		const list = ReportList.parse(said.body);
		const reports = list.reports.map((one) => (one.id === LATE ? { ...one, body: 'DINUM' } : one));
		return { ...said, body: { ...list, reports } };
	};
	const { page } = await openList(pages.address);

	expect(await page.locator('a.row').count()).toBe(5);
	await page.locator('a.row', { hasText: 'Versement arrêté' }).getByText('Transmis : DINUM').waitFor();
	expect(await page.getByText(/En retard de/).count()).toBe(0);
	await page.getByRole('button', { name: '2 À répondre' }).click();
	expect(await page.locator('a.row').count()).toBe(2);
	await page.getByRole('button', { name: 'Mes chiffres' }).click();
	await page.getByRole('row', { name: 'En retard 0' }).waitFor();
	await page.getByRole('row', { name: 'À reconnaître ou à répondre 2' }).waitFor();

	api.signInAs({ grants: [{ role: 'administrator', body: null }] });
	const { page: whole } = await openList(pages.address);
	await whole.getByText(/En retard de/).waitFor();
	await whole.getByRole('button', { name: '3 À répondre' }).waitFor();
});

test('j, k and Enter go through the list and open a report, unless letters are being typed', async () => {
	const { page } = await openList(pages.address);
	for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { level: 1, name: /Numéro provisoire refusé/ }).waitFor();
	expect(page.url()).toContain(LOGIN);

	await page.getByLabel('Chercher un signalement').fill('');
	await page.keyboard.type('jk');
	expect(await page.getByLabel('Chercher un signalement').inputValue()).toBe('jk');
});

test('on a phone the list, the report and the answer are one screen each', async () => {
	const { page } = await openList(pages.address, { width: 320 });
	await page.locator('a.row').nth(1).click();
	await page.getByRole('heading', { level: 1, name: /provisoire/ }).waitFor();
	expect(await page.locator('a.row').nth(1).isVisible()).toBe(false);

	await page.getByRole('button', { name: 'Répondre', exact: true }).click();
	await page.getByRole('radio', { name: 'S’engager sur une date' }).check();
	expect(await page.locator('article').isVisible()).toBe(false);
	await page.getByRole('button', { name: 'Le signalement' }).click();
	await page.getByRole('button', { name: 'Signalements' }).click();
	expect(await page.locator('a.row').nth(1).isVisible()).toBe(true);
});
