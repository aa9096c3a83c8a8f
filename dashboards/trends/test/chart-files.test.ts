import { readFile } from 'node:fs/promises';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

/** download presses a control of the chart of Évolution and reads the file that it gives. */
const download = async (
	page: Page,
	name: string,
): Promise<{ readonly file: string; readonly body: Buffer }> => {
	const [given] = await Promise.all([
		page.waitForEvent('download', { timeout: 20_000 }),
		page.locator('#evolution').getByRole('button', { name }).click(),
	]);
	return { file: given.suggestedFilename(), body: await readFile(await given.path()) };
};

test('the CSV of the chart holds what its table holds: numbers, what was expected of them, and the world', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await openPage(browser, `${pages.address}?plateforme=ANTS`);
	await page.locator('#evolution .expected').waitFor();
	const { file, body } = await download(page, 'CSV');
	const [header = '', ...lines] = body.toString('utf8').trim().split('\r\n');
	const last = (lines.at(-1) ?? '').split(',');

	expect(file).toBe('vigie-platform-2026-W47.csv');
	expect(header).toMatch(/Période,Déclarations,±,Attendu,.*Seuil d’alerte,Repères,world/);
	expect(lines).toHaveLength(52);
	expect(last[0]).toContain('16 au 22 novembre 2026');
	expect(Number(last[1])).toBeGreaterThan(Number(last[6]));
	expect(last.at(-1)).toBe('demo');
	expect(complaints).toEqual([]);
});

test('the image of the chart, in both formats, bears its title and says that its data are of a demonstration', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await openPage(browser, `${pages.address}?plateforme=ANTS`);
	await page.locator('#evolution .expected').waitFor();
	const svg = await download(page, 'SVG');
	const png = await download(page, 'Image (PNG)');
	const text = svg.body.toString('utf8');

	expect([svg.file, png.file]).toEqual(['vigie-platform-2026-W47.svg', 'vigie-platform-2026-W47.png']);
	expect(text).toContain('Données de démonstration');
	expect(text).toContain('France Titres');
	expect(text).not.toMatch(/var\(--|<script|https?:\/\/(?!www\.w3\.org|127\.0\.0\.1)/);
	expect(png.body.subarray(1, 4).toString()).toBe('PNG');
	// Width and height stand in the first block of the file: twice those of the SVG.
	const [, width, height] = /<svg[^>]*viewBox="0 0 (\d+) (\d+)"/.exec(text) ?? [];
	expect([png.body.readUInt32BE(16), png.body.readUInt32BE(20)]).toEqual([
		2 * Number(width),
		2 * Number(height),
	]);
	expect(png.body.length).toBeGreaterThan(20_000);
	expect(complaints).toEqual([]);
});

test('a signal and an announced repair are flags of the chart, told in words, in its table, and at their week', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, `${pages.address}?plateforme=ANTS`);
	const flags = page.locator('#evolution figure ol li');
	await flags.nth(1).waitFor();
	await page.locator('#evolution').getByRole('button', { name: 'Voir le tableau' }).click();

	expect(await flags.allTextContents()).toEqual([
		expect.stringMatching(/^1\. semaine du 14 au 20 septembre 2026\s: Réparation annoncée par France Titres/),
		expect.stringMatching(/^2\. semaine du 16 au 22 novembre 2026\s: pic \(signal fort\)/),
	]);
	expect(await page.locator('#evolution tbody tr', { hasText: 'Réparation annoncée' }).count()).toBe(1);
	expect(await page.locator('#evolution .read').textContent()).toContain('pic (signal fort)');
});

test('at 320 pixels the flags are in words alone, and nothing overflows', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, `${pages.address}?plateforme=ANTS`, { width: 320 });
	await page.locator('#evolution figure ol li').nth(1).waitFor();

	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
