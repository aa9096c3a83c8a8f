import { readFile } from 'node:fs/promises';
import type { ReleaseTable } from '@vigie/schemas/http';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { manifests, tableOf as publishedTable } from '../../ui/test/support/published-fixture.js';
import { circleOf, loopCourseOf, loopShareOf } from '../src/logic/referrals.js';

const rowsOf = (cells: Readonly<Record<string, number | null>>) =>
	Object.entries(cells).map(([at, y]) => ({ coordinates: at.split(' '), y }));
const tableOf = (cells: Readonly<Record<string, number | null>>): ReleaseTable => ({
	release: '2026-M11',
	hash: '',
	table: 'from-to',
	world: 'demo',
	dimensions: ['referralFrom', 'referralTo'],
	rows: rowsOf(cells).map((row) => ({ ...row, flag: row.y === null ? 'protected' : 'shown' })),
});

test('the circle is told so that it closes where more people come back, and without a share where one of the two numbers is hidden', () => {
	const table = tableOf({ 'TS MN': 412, 'MN TS': 386, 'OR PL': 90, 'PL OR': null });
	const loops = {
		...{ 'TS MN OUI': 20, 'TS MN NON': 180, 'MN TS OUI': 36, 'MN TS NON': 164 },
		'MN TS INCONNU': 186,
	};

	expect(circleOf(table, rowsOf(loops))).toEqual({
		from: 'TS',
		via: 'MN',
		there: 412,
		back: 386,
		closing: { share: 0.18, total: 200, circuits: 1 },
	});
	expect(circleOf(table, rowsOf({ ...loops, 'MN TS OUI': null }))).toMatchObject({
		from: 'MN',
		closing: { share: 0.1 },
	});
	expect(circleOf(table, [])?.closing).toBeNull();
	expect(circleOf(tableOf({ 'TS MN': 412 }), [])).toBeNull();
});

test('a month of the course counts only the circuits of which both numbers are published, and a month without any is told as such', () => {
	const months = manifests.filter(({ level }) => level === 'month').slice(-3);
	const coordinates = [
		['TS', 'MN', 'OUI'],
		['TS', 'MN', 'NON'],
		['MN', 'TS', 'OUI'],
		['MN', 'TS', 'NON'],
	];
	const values = [
		[20, 180, null, 300],
		[null, 190, 30, null],
		[30, 170, 50, 150],
	];
	const course = loopCourseOf(
		{
			level: 'month',
			table: 'from-to-loop',
			world: 'demo',
			dimensions: ['referralFrom', 'referralTo', 'loop'],
			releases: months.map(({ release }) => release),
			hash: '',
			coordinates,
			values,
			impossible: [],
		},
		months,
	);

	expect(course.map(({ loop }) => loop)).toEqual([
		{ share: 0.1, total: 200, circuits: 1 },
		null,
		{ share: 0.2, total: 400, circuits: 2 },
	]);
	expect(loopShareOf([])).toBeNull();
});

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

const CIRCLE = 'Le plus grand aller-retour';
const COURSE = 'Retours au point de départ';

test.each([320, 1280])(
	'at %i px the circle and the course of its share are drawn, read by the arrows, told in words, and fit',
	{ timeout: 60_000 },
	async (width) => {
		const { page, complaints } = await openPage(browser, pages.address, { width });
		const section = page.locator('#orientations');
		const circle = section.getByRole('figure', { name: CIRCLE });
		const course = section.getByRole('figure', { name: COURSE });
		await circle.locator('.host svg').first().waitFor();
		await course.locator('.host svg').first().waitFor();

		await circle.getByRole('application').focus();
		await page.keyboard.press('ArrowRight');
		expect(await circle.locator('.readout').textContent()).toMatch(/^De .+ vers .+\s: .+\s±\s4$/);
		await course.getByRole('application').focus();
		await page.keyboard.press('End');
		expect(await course.locator('.readout').textContent()).toMatch(/semaines du .*(±|non publié)/);
		expect(await circle.locator('figcaption .visually-hidden').textContent()).toMatch(
			/^De .+ vers .+\. De .+ vers .+\. Le cercle se referme/,
		);
		expect(await axeFindings(page)).toEqual([]);
		expect(complaints).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);

test('the file of the course holds a line a month, with its plus or minus, and follows the period', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, `${pages.address}?periode=13-semaines`);
	const course = page.locator('#orientations').getByRole('figure', { name: COURSE });
	await course.locator('.host svg').first().waitFor();
	const [given] = await Promise.all([
		page.waitForEvent('download', { timeout: 20_000 }),
		course.getByRole('button', { name: 'CSV' }).click(),
	]);
	const [header, ...lines] = (await readFile(await given.path(), 'utf8')).trim().split('\r\n');

	expect(header).toMatch(/Mois,Part de retours,±\spoints,Orientations comptées,Circuits,world/);
	expect(lines).toHaveLength(3);
});

test('the circle is drawn only with the returns of its own month: until then it waits, a failure is told and tried again, and nothing is said to be hidden', {
	timeout: 60_000,
}, async () => {
	const [before, shown] = manifests.filter(({ level }) => level === 'month').slice(-2);
	const address = `/v1/releases/${shown?.release}/from-to-loop.json`;
	const other = publishedTable(before?.release ?? '', 'from-to-loop');
	let isBroken = true;
	pages.stage.answer = ({ path }) => {
		if (path !== address || other === null) return null;
		return isBroken
			? {
					status: 503,
					body: { type: 'about:blank', title: 'Indisponible', status: 503, code: 'unavailable' },
				}
			: { status: 200, body: other };
	};
	const { page } = await openPage(browser, pages.address);
	const section = page.locator('#orientations');
	const circle = section.getByRole('figure', { name: CIRCLE });
	const retry = section.getByRole('button', { name: 'Réessayer' });
	await retry.waitFor();
	expect(await circle.count()).toBe(0);
	expect(await section.textContent()).not.toContain('part des retours non publiée');

	isBroken = false;
	await retry.click();
	await section.locator('.skeleton').waitFor();
	expect(await circle.count()).toBe(0);
	expect(await section.textContent()).not.toContain('reviennent à une famille déjà vue (');

	pages.stage.answer = () => null;
	await page.reload();
	await circle.locator('.host svg').first().waitFor();
});

test('the circle names both tables that it is read from, and its file holds its own numbers', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, pages.address);
	const circle = page.locator('#orientations').getByRole('figure', { name: CIRCLE });
	await circle.locator('.host svg').first().waitFor();

	expect(await circle.locator('.note').allTextContents()).toEqual([
		expect.stringMatching(/^Table publiée\s: orienté de × orienté vers\.$/),
		expect.stringMatching(/^Table publiée\s: orienté de × orienté vers × retour au départ\.$/),
	]);
	const [given] = await Promise.all([
		page.waitForEvent('download', { timeout: 20_000 }),
		circle.getByRole('button', { name: 'CSV' }).click(),
	]);
	const [header, ...lines] = (await readFile(await given.path(), 'utf8')).trim().split('\r\n');
	expect(header).toBe('De,vers,Orientations,"Dont retours, avec fiche",world');
	expect(lines).toHaveLength(2);
});
