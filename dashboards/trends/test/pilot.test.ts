import { isPublished, levelOfPeriod } from '@vigie/schemas/lattice';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { type Asked, type Said, servePages } from '../../ui/test/support/page-server.js';
import { demoNews, manifests } from '../../ui/test/support/published-fixture.js';
import { closedFilters } from '../src/logic/closed-filters.js';
import { NO_FILTER } from '../src/logic/filters.js';
import { planOf } from '../src/logic/plan.js';

const published = manifests.map((manifest) => ({
	...manifest,
	lattice: '1-pilot',
	tables: manifest.tables.filter((id) => isPublished('pilot', manifest.level, id)),
}));
const asked = { tables: new Set<string>() };

/** As the api does: a table that no release holds is a 404, whoever asks for it. */
const pilotApi = ({ path }: Asked): Said | null => {
	if (path === '/v1/releases') return { status: 200, body: { releases: published } };
	const [, level, release, id] =
		/^\/v1\/(?:series\/(week|month|quarter)|releases\/([^/]+))\/([a-z-]+)\.json$/.exec(path) ?? [];
	const at = level ?? levelOfPeriod(release ?? '');
	if (at !== 'week' && at !== 'month' && at !== 'quarter') return null;
	asked.tables.add(`${at} ${id}`);
	return isPublished('pilot', at, id ?? '')
		? null
		: { status: 404, body: { type: 'about:blank', title: 'Absent', status: 404, code: 'not_in_lattice' } };
};

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
	Object.assign(pages.stage, { answer: pilotApi, news: { ...demoNews(), signals: [] } });
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

test.each([
	[320, ''],
	[1280, '?plateforme=ANTS'],
])(
	'at %i px a pilot’s page says why it shows little and when it will show more, asks for no table that is not published, and waits for none',
	{
		timeout: 60_000,
	},
	async (width, query) => {
		asked.tables.clear();
		const { page } = await openPage(browser, pages.address + query, { width });
		await page.getByText('Peu de structures déclarent ici').first().waitFor();
		await page.locator('#evolution figure').waitFor();

		const text = (await page.locator('main').textContent()) ?? '';
		expect(text).toMatch(
			/chaque mois.*prochain\s: \d+(er)?\s\p{L}+.*chaque trimestre.*prochain\s: \d+(er)?\s\p{L}+/su,
		);
		expect(text).toContain('au moins 5 déclarations et 3 structures');
		expect(await page.getByText('Cette table n’est pas publiée').count()).toBe(4);
		expect(await page.locator('main .skeleton').count()).toBe(0);
		expect(await page.getByRole('button', { name: 'Réessayer' }).count()).toBe(0);
		expect([...asked.tables].filter((one) => !isPublished('pilot', ...splitOf(one)))).toEqual([]);
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);

const splitOf = (one: string): ['week' | 'month' | 'quarter', string] => {
	const [level, id = ''] = one.split(' ');
	return [level === 'week' || level === 'month' ? level : 'quarter', id];
};
