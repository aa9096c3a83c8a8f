import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { pilotApi } from '../../ui/test/support/pilot-api.js';
import { demoNews } from '../../ui/test/support/published-fixture.js';
import { closedFilters } from '../src/logic/closed-filters.js';
import { closedSentences } from '../src/logic/closed-sentences.js';
import { NO_FILTER } from '../src/logic/filters.js';
import { planOf } from '../src/logic/plan.js';
import { filterTexts } from '../src/texts/filter-texts.js';

const api = pilotApi();

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
	Object.assign(pages.stage, { answer: api.answer, news: { ...demoNews(), signals: [] } });
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

test('what a pilot shows comes from coarser tables, and what none of them holds is closed', () => {
	expect(planOf(NO_FILTER, 'pilot')).toMatchObject({ level: 'week', node: { id: 'total' } });
	expect(planOf({ ...NO_FILTER, platform: 'ANTS' }, 'pilot')).toMatchObject({ level: 'month' });
	expect(planOf({ ...NO_FILTER, benefit: 'RSA' }, 'pilot')).toMatchObject({ level: 'quarter' });
	expect(planOf({ ...NO_FILTER, territory: { kind: 'region', code: '32' } }, 'pilot')).toBeNull();
	expect(closedFilters(NO_FILTER, 'pilot').map(({ choice }) => choice)).toEqual(['region', 'departement']);
});

test('what a pilot closes is not said to open by taking off a choice that nobody made', () => {
	const reasons = closedSentences(NO_FILTER, 'pilot', filterTexts.fr).map(({ reason }) => reason);

	expect(reasons).toEqual([
		'trop fin pour protéger les personnes. Ce choix s’ouvrira quand davantage de structures déclareront.',
	]);
});

test.each([
	[320, ''],
	[1280, '?plateforme=ANTS'],
])(
	'at %i px a pilot’s page says why it shows little and when it will show more, asks for no table that is not published, and waits for none',
	{
		timeout: 60_000,
	},
	async (width, query) => {
		api.unpublished.clear();
		const { page } = await openPage(browser, pages.address + query, { width });
		await page.getByText('Peu de structures déclarent ici').first().waitFor();
		await page.locator('#evolution figure').waitFor();
		await expect
			.poll(() => page.locator('main .skeleton').count(), {
				timeout: 20_000,
				message: 'nothing is waited for',
			})
			.toBe(0);

		const text = (await page.locator('main').textContent()) ?? '';
		expect(text).toMatch(
			/chaque mois.*prochain\s: \d+(er)?\s\p{L}+.*chaque trimestre.*prochain\s: \d+(er)?\s\p{L}+/su,
		);
		expect(text).toContain('au moins 5 déclarations et 3 structures');
		expect(await page.getByText('Cette table n’est pas publiée').count()).toBe(4);
		expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
		expect([...api.unpublished]).toEqual([]);
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);
