import { Maintenance, type MaintenanceDraft } from '@vigie/schemas/maintenance';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { lives } from './stand-in-lives.js';
import { NOW, standInReports } from './stand-in-reports.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let announced: Maintenance[];
let sent: MaintenanceDraft[];

const maintenance = (over: Partial<Maintenance>): Maintenance =>
	Maintenance.parse({
		id: 'm1',
		body: 'CNAF',
		platform: 'CAF_MON_COMPTE',
		what: 'maintenance',
		from: '2026-11-24T20:00:00Z',
		until: '2026-11-25T04:00:00Z',
		declaredAt: '2026-11-20T09:00:00Z',
		...over,
	});

/** The part of the api that takes announcements, kept in memory. */
const standIn = (reports: ReturnType<typeof standInReports>): typeof pages.stage.answer => {
	announced = [
		maintenance({}),
		maintenance({
			id: 'm2',
			what: 'deployment',
			from: '2026-10-12T06:00:00Z',
			until: '2026-10-12T07:00:00Z',
		}),
		maintenance({ id: 'm3', body: 'CNAM', platform: 'AMELI' }),
	];
	sent = [];
	return (asked) => {
		if (asked.path === '/v1/maintenances')
			return { status: 200, body: { world: 'demo', now: NOW, maintenances: announced } };
		if (!asked.path.startsWith('/v1/bodies/CNAF/maintenances')) return reports.answer(asked);
		if (asked.method === 'DELETE') {
			announced = announced.filter(({ id }) => !asked.path.endsWith(id));
			return { status: 200, body: { id: 'm1', outcome: 'cancelled' } };
		}
		const draft: MaintenanceDraft = JSON.parse(asked.body);
		sent.push(draft);
		const made = maintenance({ ...draft, id: 'm4' });
		announced = [made, ...announced];
		return { status: 201, body: made };
	};
};

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('review', '/organisme/')]);
}, 120_000);
beforeEach(() => {
	pages.stage.answer = standIn(standInReports(lives));
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

const open = async (options = {}) => {
	const opened = await openPage(browser, `${pages.address}?ecran=maintenances`, options);
	await opened.page.getByRole('heading', { name: 'Passées' }).waitFor();
	return opened;
};

for (const width of [1280, 320])
	test(`at ${width} px axe finds nothing, the policy refuses nothing, nothing overflows`, {
		timeout: 60_000,
	}, async () => {
		const { page, complaints } = await open({ width });

		expect(await axeFindings(page)).toEqual([]);
		expect(complaints).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	});

test('a body reads what it announced and nobody else’s, and what was reported after a new version', async () => {
	const { page } = await open();

	await page
		.getByText('caf.fr : arrêt prévu du 24 novembre 2026, 21 h 00 au 25 novembre 2026, 05 h 00')
		.waitFor();
	await page.getByText('caf.fr : mise en service le 12 octobre 2026, 08 h 00').waitFor();
	await page.getByText(/Sur les 4 semaines qui suivent, compte tenu de la saison/).waitFor();
	expect(await page.getByText('ameli.fr : arrêt').count()).toBe(0);
});

test('a stop is announced in Paris time and read at once; what is wrong is said before anything leaves', async () => {
	const { page } = await open();
	const publish = page.getByRole('button', { name: 'Publier l’annonce' });
	await publish.click();
	await page.getByText('Il manque une date.').waitFor();
	await page.getByLabel('Début', { exact: true }).fill('2026-12-04');
	await page.getByLabel('Fin', { exact: true }).fill('2026-12-10');
	await publish.click();
	await page.getByText('C’est trop long').waitFor();
	expect(sent).toEqual([]);

	await page.getByLabel('Fin', { exact: true }).fill('2026-12-05');
	await publish.click();
	await page.getByText('C’est publié.').waitFor();
	expect(sent).toEqual([
		{
			platform: 'CAF_MON_COMPTE',
			what: 'maintenance',
			from: '2026-12-04T21:00:00Z',
			until: '2026-12-05T04:00:00Z',
		},
	]);
	await page.getByText('arrêt prévu du 4 décembre 2026, 22 h 00').waitFor();
});

test('what has not begun is cancelled in one gesture, and is no longer there', async () => {
	const { page } = await open();
	await page.getByRole('button', { name: 'Annuler' }).click();

	await page.getByText('L’annonce est annulée.').waitFor();
	expect(await page.getByText('arrêt prévu du 24 novembre').count()).toBe(0);
});
