import { readFile } from 'node:fs/promises';
import { Maintenance } from '@vigie/schemas/maintenance';
import type { ReportFact } from '@vigie/schemas/reports/report-event';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { lives } from './stand-in-lives.js';
import { standInReports } from './stand-in-reports.js';

const MENDED = 'r-000000000000000000000005';
let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let api: ReturnType<typeof standInReports>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('review', '/organisme/')]);
}, 120_000);
beforeEach(() => {
	api = standInReports(lives);
	pages.stage.answer = api.answer;
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

const signal = 'f'.repeat(32);
const said = (words: Partial<Extract<ReportFact, { type: 'repair_judged' }>>): void =>
	api.happen(
		MENDED,
		{
			...{ type: 'repair_judged', signal, verdict: 'in-observation', weeksToDecide: null },
			...{ mended: null, broken: null, ...words },
		},
		{ kind: 'field' },
	);
const moved = (type: 'in_observation' | 'confirmed' | 'reopened'): void =>
	api.happen(MENDED, { type, because: 'verdict', signal }, { kind: 'field' });
const open = async (width = 1280) =>
	(await openPage(browser, `${pages.address}?signalement=${MENDED}`, { width })).page;

test.each([320, 1280])(
	'at %i px a repair in observation says how long it takes to settle it, and who answered, in bands',
	async (width) => {
		said({ weeksToDecide: '3-4', mended: '6-9', broken: '3-5' });
		moved('in_observation');

		const page = await open(width);
		const strip = page.getByRole('complementary', { name: 'En observation' });

		await strip.getByText('Encore 3 à 4 semaines environ pour trancher.').waitFor();
		await strip.getByText('Disent que c’est réparé : 6 à 9 structures.').waitFor();
		await strip.getByText('Disent que ça échoue encore : 3 à 5 structures.').waitFor();
		await strip.getByText('Jugé le 24 novembre, une fois par semaine.').waitFor();
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);

test('a regression is told as one, and its life says that the failure came back', async () => {
	said({ weeksToDecide: '1' });
	moved('in_observation');
	said({ verdict: 'regressed', broken: '10-19' });
	moved('reopened');

	const page = await open();

	await page
		.getByRole('complementary', { name: /^Rouvert : les déclarations sont de nouveau trop nombreuses/ })
		.getByText('Disent que ça échoue encore : 10 à 19 structures.')
		.waitFor();
	const life = page.locator('section', { has: page.locator('#vie') });
	await life.getByText('En observation').waitFor();
	await life
		.getByText(/Rouvert/)
		.first()
		.waitFor();
	// Judged this Tuesday, of the week that was just published.
	await page.locator('figure ol li', { hasText: /semaine du 16 novembre\s: Rouvert/ }).waitFor();
});

test('a confirmed repair says that it would reopen by itself', async () => {
	said({ weeksToDecide: '2' });
	moved('in_observation');
	said({ verdict: 'recovered' });
	moved('confirmed');

	const page = await open();

	await page
		.getByRole('complementary', { name: 'Réparation confirmée par le terrain' })
		.getByText('Si la panne revient dans les huit semaines, ce signalement se rouvre seul.')
		.waitFor();
});

test('its chart bears its beginning at the level it then had, its repair, its return in the week that told it and what was announced of its platform as flags, in words too, and leaves the page as an image or a table that say which world they are of', {
	timeout: 60_000,
}, async () => {
	const stop = Maintenance.parse({
		...{ id: 'm1', body: 'CNAM', platform: 'AMELI', what: 'maintenance' },
		...{ from: '2026-11-04T20:00:00Z', until: '2026-11-05T03:00:00Z', declaredAt: '2026-11-02T09:00:00Z' },
	});
	pages.stage.answer = (asked) =>
		asked.path === '/v1/maintenances'
			? { status: 200, body: { world: 'demo', now: '2026-11-24T13:02:00Z', maintenances: [stop] } }
			: api.answer(asked);
	const reporter = { kind: 'reporter' } as const;
	const weekly = { territory: 'FR', band: '6-9', asOf: '2026-11-24T05:00:00Z' } as const;
	api.happen(
		MENDED,
		{ type: 'signal_attached', signal, signalVersion: 1, level: 'strong', ...weekly },
		reporter,
	);
	api.happen(MENDED, { type: 'level_changed', level: 'strong' }, reporter);
	api.happen(MENDED, { type: 'reopened', because: 'signal', signal }, { kind: 'field' });
	const page = await open();
	const figure = page.locator('section', { has: page.locator('#pourquoi') }).locator('figure');
	await figure.locator('ol li').nth(3).waitFor();

	expect(await figure.locator('ol li').allTextContents()).toEqual([
		expect.stringMatching(/^1\. semaine du 12 octobre\s: Début \(habituel\)/),
		expect.stringMatching(/^2\. semaine du 2 novembre\s: ameli\.fr\s: .*4 novembre 2026/),
		expect.stringMatching(/^3\. semaine du 9 novembre\s: Réparation annoncée par/),
		expect.stringMatching(/^4\. semaine du 16 novembre\s: Rouvert/),
	]);
	const download = async (name: string): Promise<string> => {
		const [given] = await Promise.all([
			page.waitForEvent('download', { timeout: 20_000 }),
			figure.getByRole('button', { name }).click(),
		]);
		return readFile(await given.path(), 'utf8');
	};
	const image = await download('SVG');
	expect(image).toContain('Données de démonstration');
	// The poles of four flags; those of neighbouring weeks bear their numbers together.
	for (const number of ['1', '2, 3, 4']) expect(image).toMatch(new RegExp(`<text[^>]*>${number}</text>`));
	const table = await download('CSV');
	expect(table).toMatch(/Repères,world/);
	expect(table).toContain('Réparation annoncée par');
});
