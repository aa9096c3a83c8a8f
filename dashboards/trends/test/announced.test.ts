import { within } from '@vigie/dashboard-ui/flags';
import { Maintenance } from '@vigie/schemas/maintenance';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { announcedOn } from '../src/logic/announced.js';

const maintenance = (over: Partial<Maintenance>): Maintenance =>
	Maintenance.parse({
		id: 'm1',
		body: 'CNAF',
		platform: 'CAF_MON_COMPTE',
		what: 'deployment',
		from: '2026-10-12T06:00:00Z',
		until: '2026-10-12T07:00:00Z',
		declaredAt: '2026-10-09T09:00:00Z',
		...over,
	});
const announced = [
	maintenance({}),
	maintenance({ id: 'm2', body: 'CNAM', platform: 'AMELI' }),
	maintenance({ id: 'm3', from: '2021-10-12T06:00:00Z', until: '2021-10-12T07:00:00Z' }),
];

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
	pages.stage.answer = ({ path }) =>
		path === '/v1/maintenances'
			? { status: 200, body: { world: 'demo', now: '2026-11-24T13:02:00Z', maintenances: announced } }
			: null;
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

test('a chart bears what was announced of its platform or its body, and of no other; that of all platforms bears none', () => {
	const of = (platform: string | null, body: string | null) =>
		announcedOn(announced, { platform, body }).map(({ id }) => id);

	expect([of('CAF_MON_COMPTE', null), of(null, 'CNAM'), of(null, null)]).toEqual([['m1', 'm3'], ['m2'], []]);
});

test('only what begins in the period of the chart stands on it', () => {
	const period = [new Date('2026-10-12T06:00:00Z'), new Date('2026-10-12T06:00:01Z')] as const;

	expect(within(announced, ...period).map(({ id }) => id)).toEqual(['m1', 'm2']);
});

test('the flag is drawn over its week, told with it, and followed by what was reported after and before', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await openPage(browser, `${pages.address}?plateforme=CAF_MON_COMPTE`);
	const section = page.locator('#evolution');

	await section
		.locator('li.announcement', { hasText: 'caf.fr : mise en service le 12 octobre 2026' })
		.waitFor();
	await section.getByText(/Sur les 4 semaines qui suivent, compte tenu de la saison/).waitFor();
	expect(complaints).toEqual([]);
	expect(await axeFindings(page)).toEqual([]);
});

test('on a small phone the words are there, and fit', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, `${pages.address}?plateforme=CAF_MON_COMPTE`, { width: 320 });

	await page.locator('#evolution li.announcement').waitFor();
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
