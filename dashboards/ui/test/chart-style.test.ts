import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { CHART_CLASS } from '@vigie/dashboard-ui/chart-style';
import { launchChromium } from '@vigie/test/launch-chromium';
import { expect, test } from 'vitest';

const packages = new URL('../../../node_modules/', import.meta.url);
const source = (path: string) => readFileSync(new URL(path, packages), 'utf8');

test('the policy allows exactly the style that the charting library writes', async () => {
	const browser = await launchChromium();
	const page = await browser.newPage();
	await page.evaluate(source('d3/dist/d3.min.js'));
	await page.evaluate(source('@observablehq/plot/dist/plot.umd.min.js'));

	const style: unknown = await page.evaluate(
		`Plot.plot({ className: '${CHART_CLASS}', marks: [] }).querySelector('style').textContent`,
	);
	await browser.close();

	const hash = `sha256-${createHash('sha256').update(String(style)).digest('base64')}`;
	const allowed = JSON.parse(readFileSync(new URL('../csp-style-hashes.json', import.meta.url), 'utf8'));
	expect(allowed).toEqual([hash]);
});
