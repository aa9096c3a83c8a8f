import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { z } from 'zod';
import { cleanUp } from './cleanup.js';

/** TestPage is a page whose complaints are kept: a promise broken in the console is a broken promise. */
export interface TestPage {
	readonly page: Page;
	/** What the page complained of so far: script errors and refusals of the content security policy. */
	readonly complaints: readonly string[];
}

/** openPage opens a page of its own browser context (its own storage), closed with the test. */
export const openPage = async (browser: Browser, options: BrowserContextOptions = {}): Promise<TestPage> => {
	const context = await browser.newContext({
		locale: 'fr-FR',
		timezoneId: 'Europe/Paris',
		reducedMotion: 'reduce',
		...options,
	});
	cleanUp(() => context.close());
	const page = await context.newPage();
	const complaints: string[] = [];
	page.on('pageerror', (err) => void complaints.push(err.message));
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	return { page, complaints };
};

const AxeResult = z.object({
	violations: z.array(
		z.object({ id: z.string(), nodes: z.array(z.object({ target: z.array(z.unknown()) })) }),
	),
});

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axeViolations runs axe on the page as it is and lists what it finds, as `rule: where`; the policy of the page stays in force. */
export const axeViolations = async (page: Page): Promise<readonly string[]> => {
	await page.evaluate(axeSource);
	const found = AxeResult.parse(
		await page.evaluate(
			"axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
		),
	);
	return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
};
