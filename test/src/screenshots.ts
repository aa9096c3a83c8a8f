import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { keysShape, parseConfig } from '@vigie/kit/config';
import { makeDemoLink } from '@vigie/local/links';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import { launchChromium } from './launch-chromium.js';

const Config = z.object({
	...keysShape,
	VIGIE_API_URL: z.url().default('http://127.0.0.1:8086'),
	VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
	VIGIE_DEMO_SEED: z.string().default('vigie-demo-1'),
});

const folder = fileURLToPath(new URL('../screenshots', import.meta.url));

const newPage = async (browser: Browser, width: number, height: number): Promise<Page> => {
	const context = await browser.newContext({
		viewport: { width, height },
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		reducedMotion: 'reduce',
	});
	return context.newPage();
};

const save = async (page: Page, name: string): Promise<void> => {
	await page.screenshot({ path: `${folder}/${name}.png` });
	process.stdout.write(`test/screenshots/${name}.png\n`);
};

const shootAlert = async (browser: Browser, link: string): Promise<void> => {
	const page = await newPage(browser, 390, 844);
	await page.goto(link);
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('button', { name: /ameli\.fr/ }).click();
	await page.getByText(/Envoyé à/).waitFor();
	await save(page, 'alerte');
	// A picture must not count.
	await page.getByRole('button', { name: /^Annuler/ }).click();
};

const shootTrends = async (browser: Browser, publicUrl: string): Promise<void> => {
	for (const [name, width, height] of [
		['tendances', 1280, 1500],
		['tendances-320', 320, 1500],
	] as const) {
		const page = await newPage(browser, width, height);
		await page.goto(new URL('/tendances/', publicUrl).href);
		await page.locator('figure svg').first().waitFor();
		await page.waitForLoadState('networkidle');
		await save(page, name);
	}
};

const config = parseConfig(Config, process.env);
await mkdir(folder, { recursive: true });
const browser = await launchChromium();
try {
	await shootAlert(
		browser,
		await makeDemoLink(config.VIGIE_API_URL, config.VIGIE_KEYS, config.VIGIE_DEMO_SEED),
	);
	await shootTrends(browser, config.VIGIE_PUBLIC_URL);
} finally {
	await browser.close();
}
