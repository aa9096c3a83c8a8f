import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { axeFindings } from '../../ui/test/support/browser.js';
import { type Asked, servePages } from '../../ui/test/support/page-server.js';
import { anAlert } from './stand-ins.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let asked: Asked[];
let state: 'committed' | 'mended' | 'in_observation';

const publicReport = () => ({
	id: 'r-3f0c9a7e51b24d6890aa12cd',
	platform: 'CAF_MON_COMPTE',
	step: 'CONNEXION',
	failureKind: 'NIR_PROVISOIRE',
	territories: ['FR'],
	since: new Date(Date.now() - 3_600_000).toISOString(),
	state,
	stateSince: new Date().toISOString().slice(0, 10),
	body: 'CNAF',
	answer: { state, reason: 'CORRECTIF_DEPLOYE', text: 'Les numéros provisoires sont acceptés.' },
	commitment: null,
	workaround: { text: 'Par l’application mobile.', validUntil: '2099-12-31', expired: false },
	effectiveFrom: null,
	repair:
		state === 'in_observation'
			? { verdict: 'in-observation', weeksToDecide: '2', mended: '3-5', broken: null, on: '2026-11-24' }
			: null,
	overdue: false,
	rightOfReply: null,
});

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('alert', '/alerte/')]);
}, 120_000);
beforeEach(() => {
	[asked, state] = [[], 'mended'];
	pages.stage.answer = (request) => {
		asked.push(request);
		if (request.path === '/v1/reports/public')
			return { status: 200, body: { world: 'demo', now: '', reports: [publicReport()] } };
		if (request.path !== '/v1/events') return null;
		const { id, revision } = JSON.parse(request.body);
		return { status: 202, body: { id, revision, receivedSlot: '2026-11-24T13:00:00Z' } };
	};
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

/** openAs opens a screen on a device that declared one alert about the CAF. */
const openAs = async (fragment: string) => {
	const page = await browser.newPage({ viewport: { width: 320, height: 800 } });
	onTestFinished(() => page.close());
	const device = { token: 't', structure: 's', roleFamily: 'TRAVAIL_SOCIAL', departement: '35' };
	const declaredAt = Date.now() - 60 * 60_000;
	const event = anAlert('CAF_MON_COMPTE', declaredAt);
	const declaration = {
		...{ event, declaredAt, attempted: true, acknowledged: 0 },
		...{ acknowledgedAt: declaredAt, refused: null },
	};
	const kept = {
		'vigie.device': JSON.stringify(device),
		[`vigie.declaration.${event.id}`]: JSON.stringify(declaration),
	};
	await page.addInitScript((entries) => {
		for (const [key, value] of Object.entries(entries))
			if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
	}, kept);
	await page.goto(pages.address + fragment);
	return page;
};

test('the follow-up says what a declaration became part of, without asking the server about any', async () => {
	state = 'committed';
	const page = await openAs('#suivi');
	await page.getByText('Fait partie d’un signalement').waitFor();

	await page.getByText('CNAF s’engage à corriger.').waitFor();
	await page.getByText('« Les numéros provisoires sont acceptés. »').waitFor();
	expect(await page.getByText('Est-ce réparé ?').count()).toBe(0);
	expect(asked.filter(({ path }) => path.includes('report')).map(({ path }) => path)).toEqual([
		'/v1/reports/public',
	]);
	expect(await axeFindings(page)).toEqual([]);
});

test('a repair said to be made is asked about, once, and the answer is an event that names the failure', async () => {
	const page = await openAs('#suivi');
	await page.getByRole('heading', { name: 'Est-ce réparé ?' }).waitFor();
	expect(await axeFindings(page)).toEqual([]);
	await page.getByRole('button', { name: 'Non', exact: true }).click();

	await page.getByText('Vous avez répondu : Non.').waitFor();
	const sent = asked.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
	expect(sent).toMatchObject([
		{
			kind: 'repair.confirmed',
			platform: 'CAF_MON_COMPTE',
			step: 'CONNEXION',
			failureKind: 'NIR_PROVISOIRE',
			mended: 'NON',
		},
	]);
	await page.reload();
	await page.getByText('Vous avez répondu : Non.').waitFor();
});

test('a repair in observation says how long it takes to settle it, and who answered, in bands', async () => {
	state = 'in_observation';
	const page = await openAs('#suivi');

	await page.getByText('Encore deux semaines environ pour trancher.').first().waitFor();
	await page.getByText('Disent que c’est réparé : 3 à 5 structures.').first().waitFor();
	await page.getByRole('heading', { name: 'Est-ce réparé ?' }).waitFor();
	expect(await axeFindings(page)).toEqual([]);
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('a tile says that another way is known, and the details of an alert say which', async () => {
	const page = await openAs('');
	await page.getByRole('button', { name: /^caf\.fr.*Autre voie connue/ }).click();
	await page.getByRole('link', { name: /^Préciser/ }).click();

	await page.getByText('Par l’application mobile.').waitFor();
});
