import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const require = createRequire(import.meta.url);
/** PageOptions are the reader's screen and habits. */
interface PageOptions {
	readonly width?: number;
	readonly dark?: boolean;
	readonly script?: boolean;
}

/** openPage opens a page whose errors, and whatever the security policy refused, are gathered; it closes with the test. */
export const openPage = async (browser: Browser, address: string, options: PageOptions = {}) => {
	const { width = 1280, dark = false, script = true } = options;
	const page = await browser.newPage({
		viewport: { width, height: 800 },
		colorScheme: dark ? 'dark' : 'light',
		javaScriptEnabled: script,
	});
	onTestFinished(() => page.close());
	const complaints: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	page.on('pageerror', (error) => complaints.push(error.message));
	await page.goto(address, { waitUntil: 'networkidle' });
	return { page, complaints };
};

/** axeFindings runs axe-core in the page and names what it finds. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
	await page.evaluate(readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8'));
	const found: unknown = await page.evaluate(
		'axe.run(document).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes[0].html))',
	);
	return Array.isArray(found) ? found.map(String) : ['axe gave no answer'];
};
