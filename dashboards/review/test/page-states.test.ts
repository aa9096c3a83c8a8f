import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { pilotApi } from '../../ui/test/support/pilot-api.js';
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
	Object.assign(pages.stage, { isBroken: false, answer: api.answer });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

test('who has not signed in reads why to, and is led to the way in and back', async () => {
	api.signInAs({ account: null, grants: [], csrf: null });
	const { page } = await openPage(browser, `${pages.address}?signalement=${LOGIN}`);
	const way = await page.getByRole('link', { name: 'Se connecter' }).getAttribute('href');

	expect(way).toBe(`/v1/session/login?return=${encodeURIComponent(`/organisme/?signalement=${LOGIN}`)}`);
	expect(await axeFindings(page)).toEqual([]);
});

test('an account that no administrator has tied to a body reads what is missing and who gives it', async () => {
	api.signInAs({ grants: [] });
	const { page } = await openPage(browser, pages.address);

	await page.getByText('Un administrateur de Vigie relie un compte à un organisme').waitFor();
	expect(await page.getByRole('link', { name: 'Se connecter' }).count()).toBe(0);
});

test('where no identity provider is set, nobody is sent to one', async () => {
	api.signInAs({ account: null, grants: [], csrf: null, canSignIn: false });
	const { page } = await openPage(browser, pages.address);

	await page.getByText('Aucun fournisseur d’identité n’est réglé').waitFor();
	expect(await page.getByRole('link', { name: 'Se connecter' }).count()).toBe(0);
});

test('an empty inbox says what will come', async () => {
	pages.stage.answer = standInReports([]).answer;
	const { page } = await openPage(browser, pages.address);

	await page.getByRole('heading', { name: 'Aucun signalement ouvert sur vos plateformes' }).waitFor();
});

test('an unreachable server is a plain sentence with its code, and can be tried again', async () => {
	pages.stage.isBroken = true;
	const { page } = await openPage(browser, pages.address);
	await page.getByText('Le serveur n’a pas pu répondre.').waitFor();
	await page.getByText('Code\u00A0: unavailable').waitFor();

	pages.stage.isBroken = false;
	await page.getByRole('button', { name: 'Réessayer' }).click();
	await page.locator('a.row').first().waitFor();
});

test('a report that is not there, or not theirs, is said to be neither', async () => {
	const { page } = await openPage(browser, `${pages.address}?signalement=r-ffffffffffffffffffffffff`);

	await page.getByText('Ce signalement n’existe pas, ou n’est pas adressé à votre organisme.').waitFor();
});

test('without published weeks a report is whole but for its numbers', async () => {
	pages.stage.hasReleases = false;
	const { page } = await openPage(browser, `${pages.address}?signalement=${LOGIN}`);
	pages.stage.hasReleases = true;

	await page.getByText('Rien n’en est encore publié.').waitFor();
	await page.getByText('Signal fort, signalement ouvert').waitFor();
});

test.each([320, 1280])(
	'at %i px a body of a pilot reads its platform month by month, why there is no more, and the page asks for nothing that is not published',
	{ timeout: 60_000 },
	async (width) => {
		const pilot = pilotApi();
		pages.stage.answer = (asked) => pilot.answer(asked) ?? api.answer(asked);
		const { page } = await openPage(browser, `${pages.address}?signalement=${LOGIN}`, { width });

		await page.getByText('caf.fr, toutes étapes et toutes natures, toute la France').waitFor();
		await page.getByRole('heading', { name: 'Déclarations par mois' }).waitFor();
		await page.getByText('le détail par étape, nature et droit n’est pas publié').waitFor();
		await page
			.locator('section', { has: page.locator('#ou') })
			.locator('figure')
			.waitFor();
		expect([...pilot.unpublished]).toEqual([]);
		expect(await axeFindings(page)).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);

test('without script the page says where the same can be read', async () => {
	const { page } = await openPage(browser, pages.address, { script: false });

	expect(await page.getByRole('link', { name: '/v1/reports/public' }).count()).toBe(1);
});

test('a report said to be mended shows what the field checks', async () => {
	const { page } = await openPage(browser, `${pages.address}?signalement=r-000000000000000000000005`);
	const strip = page.getByRole('complementary', { name: 'En observation' });

	await strip.getByText('Annoncé corrigé depuis le 12 novembre.').waitFor();
	await page.getByText('« Le suivi affiche de nouveau toutes les pièces. »').first().waitFor();
});

test('a report prints on one A4 page, without the list nor the answer', async () => {
	const { page } = await openPage(browser, `${pages.address}?signalement=${LOGIN}`);
	const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');

	expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('a.row').first().isVisible()).toBe(false);
	expect(await page.getByRole('heading', { name: 'Répondre' }).isVisible()).toBe(false);
});
