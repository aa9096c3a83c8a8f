import { readFile } from 'node:fs/promises';
import { weekOf, weekOfSlot } from '@vigie/schemas/calendar';
import { type WeeklySignal, WeeklySignals } from '@vigie/schemas/weekly-signals';
import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { useStack } from '@vigie/test/use-stack';
import type { Page } from 'playwright-core';
import { expect, test, vi } from 'vitest';

// Half a year of a demonstration is loaded, closed and judged first.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 600_000 });

const WEEKS = 26;
const stack = await useStack({ weeks: WEEKS });
const browser = await launchChromium();
cleanUp(() => browser.close());

const isOfTitres = ({ coordinates }: WeeklySignal): boolean => coordinates.platform === 'ANTS';
/** Weeks are judged once they are closed, then what was found passes the publisher's door: its last outage is what the page tells. */
const signals = await vi.waitFor(
	async () => {
		const news = WeeklySignals.parse(await (await fetch(`${stack.url}/v1/signals`)).json());
		expect(news.asOf !== null && weekOf(new Date(news.asOf)), 'the last closed week was not judged').toBe(
			weekOf(new Date()),
		);
		expect(news.signals.some(isOfTitres), 'the outage was not told').toBe(true);
		return news.signals;
	},
	{ timeout: 240_000, interval: 1_000 },
);

const openTrends = async (width = 1280, query = '') => {
	const opened = await openPage(browser, { viewport: { width, height: 900 } });
	await opened.page.goto(`${stack.url}/tendances/${query}`);
	return opened;
};
const change = (page: Page) => page.locator('#changements li.change', { hasText: 'France Titres' }).first();

test('the outage of vehicle papers is told as a signal: who runs it, its level in a word, its shape in time, since when', async () => {
	const { page, complaints } = await openTrends();
	await change(page).waitFor({ timeout: 60_000 });

	expect(await change(page).innerText()).toMatch(
		/(signal|signal fort|à surveiller|habituel)[\s\S]*(pic|hausse durable)[\s\S]*France Titres/,
	);
	expect(await page.locator('#changements li.change').count()).toBeLessThanOrEqual(7);
	expect(complaints).toEqual([]);
});

test('what the API says of it holds no number of declarations, only a level, an onset, a band and words', () => {
	const one = signals.find(isOfTitres);

	expect(one).toBeDefined();
	expect(Object.keys(one ?? {}).toSorted()).toEqual(
		[
			'asOf',
			'band',
			'coordinates',
			'durationMinutes',
			'family',
			'id',
			'level',
			'model',
			'onset',
			'sentence',
			'transition',
			'verdict',
			'version',
		].toSorted(),
	);
});

test('its link leads to its series, where a flag stands at its week, in its table too', async () => {
	const { page, complaints } = await openTrends();
	await change(page).getByRole('link', { name: 'Voir cette série' }).click();
	const section = page.locator('#evolution');
	const flag = section.locator('figure ol li.signal').first();
	await flag.waitFor({ timeout: 60_000 });
	await section.getByRole('button', { name: 'Voir le tableau' }).click();
	const weeks = new Set(signals.filter(isOfTitres).map(({ onset }) => weekOfSlot(onset)));

	expect(page.url()).toContain('plateforme=ANTS');
	expect(await flag.textContent()).toMatch(/^1\. semaine du .* 20\d\d\s: (pic|hausse durable)/);
	expect(weeks.size).toBeGreaterThan(0);
	expect(await section.locator('tbody tr', { hasText: /pic|hausse durable/ }).count()).toBeGreaterThan(0);
	expect(await section.locator('thead').innerText()).toContain('Repères');
	expect(complaints).toEqual([]);
});

test('arrow keys alone read the flag at its week, with the count and what was expected', async () => {
	const { page } = await openTrends(1280, '?plateforme=ANTS');
	const section = page.locator('#evolution');
	await section.locator('figure ol li.signal').first().waitFor({ timeout: 60_000 });
	await section.locator('[role=application]').focus();
	await page.keyboard.press('End');
	const read: string[] = [];
	for (let week = 0; week < 8; week += 1) {
		read.push(await section.locator('.read').innerText());
		await page.keyboard.press('ArrowLeft');
	}

	expect(read.some((text) => /(pic|hausse durable)[\s\S]*France Titres[\s\S]*attendu/.test(text))).toBe(true);
});

test('the file of the chart is what its table shows, and says that it is a demonstration', async () => {
	const { page } = await openTrends(1280, '?plateforme=ANTS');
	await page.locator('#evolution .read .expected').waitFor({ timeout: 60_000 });
	const [given] = await Promise.all([
		page.waitForEvent('download', { timeout: 30_000 }),
		page.locator('#evolution').getByRole('button', { name: 'CSV' }).click(),
	]);
	const lines = (await readFile(await given.path(), 'utf8')).trim().split('\r\n');

	expect(lines[0]).toContain('Attendu');
	expect(lines).toHaveLength(1 + WEEKS);
	expect(lines.slice(1).every((line) => line.endsWith(',demo'))).toBe(true);
});

test('at 320 pixels the same is read without scrolling sideways, and axe finds nothing', async () => {
	const { page } = await openTrends(320, '?plateforme=ANTS');
	await page.locator('#evolution figure ol li.signal').first().waitFor({ timeout: 60_000 });

	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
	expect(await axeViolations(page)).toEqual([]);
});
