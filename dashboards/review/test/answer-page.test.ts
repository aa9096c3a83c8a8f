import type { ReportDetail } from '@vigie/schemas/reports/http';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { LOGIN, lives } from './stand-in-lives.js';
import { standInReports } from './stand-in-reports.js';

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

const openLogin = async () => {
	const opened = await openPage(browser, `${pages.address}?signalement=${LOGIN}`);
	await opened.page.getByRole('heading', { name: 'Répondre' }).waitFor();
	return opened.page;
};

test('only what the state allows is offered, each with its consequence', async () => {
	const page = await openLogin();

	expect(await page.getByRole('radio').count()).toBe(6);
	await page
		.getByText('Le terrain voit la date. Passée cette date, le signalement est dit en retard.')
		.waitFor();
	expect(await page.getByRole('radio', { name: 'Reconnaître le problème' }).count()).toBe(0);
});

test('a promise is previewed in the words that the field will read, then published under the version that was read', async () => {
	const page = await openLogin();
	await page.getByRole('radio', { name: 'S’engager sur une date' }).check();
	await page.getByRole('button', { name: 'Publier l’engagement' }).click();
	await page.getByText('Il manque quelque chose ci-dessus.').waitFor();
	await page.getByLabel('Date promise').fill('2026-12-08');
	await page.getByLabel(/Précision, publiée/).fill('La connexion acceptera les numéros provisoires.');
	const preview = page.locator('.preview');
	await preview.getByText('CNAF s’engage à corriger d’ici le 8 décembre 2026.').waitFor();
	await preview.getByText('Motif : correctif prévu.').waitFor();
	await page.getByRole('button', { name: 'Publier l’engagement' }).click();

	await page.getByText('C’est publié.').waitFor();
	expect(api.sent).toEqual([
		{
			command: 'commit',
			expectedVersion: 4,
			reason: 'CORRECTIF_PREVU',
			date: '2026-12-08',
			text: 'La connexion acceptera les numéros provisoires.',
		},
	]);
	await page.getByText('Correction promise pour le 8 décembre 2026').waitFor();
	await page.locator('blockquote').getByText('CNAF s’engage à corriger d’ici le 8 décembre 2026.').waitFor();
});

test('a text that looks like personal data does not leave the browser', async () => {
	const page = await openLogin();
	await page.getByRole('radio', { name: 'Contester' }).check();
	await page.getByLabel(/Précision, publiée/).fill('Voir le dossier de 06 12 34 56 78');
	await page.getByText(/ressemble à une donnée personnelle/).waitFor();
	await page.getByRole('button', { name: 'Publier la contestation' }).click();

	expect(api.sent).toEqual([]);
});

test('somebody answered in the meantime: it is said, the report is read again and the text is kept', async () => {
	const page = await openLogin();
	await page.getByRole('radio', { name: 'Publier un contournement' }).check();
	await page.getByLabel('Valable jusqu’au').fill('2026-12-31');
	await page.getByLabel(/Précision, publiée/).fill('Par l’application mobile.');
	api.happen(
		LOGIN,
		{ type: 'committed', reason: 'CORRECTIF_PREVU', text: null, date: '2026-12-04' },
		{ kind: 'body', body: 'CNAF', account: null },
	);
	await page.getByRole('button', { name: 'Publier le contournement' }).click();

	await page.getByText(/Quelqu’un a répondu entre-temps/).waitFor();
	await page.getByText('Correction promise pour le 4 décembre 2026').waitFor();
	expect(await page.getByLabel(/Précision, publiée/).inputValue()).toBe('Par l’application mobile.');
	await page.getByRole('button', { name: 'Publier le contournement' }).click();
	await page.getByText('C’est publié.').waitFor();
});

test('the wrong addressee sends a report to the right one in two clicks', async () => {
	const page = await openLogin();
	await page.getByRole('radio', { name: 'Ce n’est pas pour nous' }).check();
	await page.getByRole('button', { name: 'Transmettre : CCMSA' }).click();

	await page.getByText('Réattribué : CCMSA').waitFor();
	expect(api.sent).toEqual([
		{ command: 'reassign', expectedVersion: 4, reason: 'HORS_PERIMETRE', target: 'CCMSA' },
	]);
});

const sendOn = (now: Partial<ReportDetail>): void => {
	pages.stage.answer = (asked) => {
		const said = api.answer(asked);
		return said && 'actions' in said.body
			? { ...said, body: { ...said.body, body: 'DINUM', firstBody: 'CNAF', actions: [], ...now } }
			: said;
	};
};

test('a report that was sent on is said to be another body’s to answer, not a right that one lacks', async () => {
	sendOn({});
	const page = await openLogin();

	await page.getByText('Ce signalement a été transmis : DINUM doit y répondre.').waitFor();
	expect(await page.getByText(/sans y répondre/).count()).toBe(0);
});

test('a report that was sent on and is closed awaits nobody’s answer any more', async () => {
	sendOn({ state: 'lapsed', open: false, due: null });
	const page = await openLogin();

	await page.getByText('Rien n’est attendu de vous ici pour l’instant.').waitFor();
	expect(await page.getByText(/doit y répondre|sans y répondre/).count()).toBe(0);
});

test('who only reads is told so, and by whom that may change', async () => {
	api.signInAs({ grants: [{ role: 'institution_reader', body: 'CNAF' }] });
	pages.stage.answer = (asked) => {
		const said = api.answer(asked);
		return said && 'actions' in said.body ? { ...said, body: { ...said.body, actions: [] } } : said;
	};
	const page = await openLogin();

	await page.getByText(/lit les signalements de votre organisme, sans y répondre/).waitFor();
	expect(await page.getByRole('radio').count()).toBe(0);
});
