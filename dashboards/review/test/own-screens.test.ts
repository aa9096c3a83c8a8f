import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { lives } from './stand-in-lives.js';
import { standInReports } from './stand-in-reports.js';
import { SECRET, standInSettings } from './stand-in-settings.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
let sent: string[];
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('review', '/organisme/')]);
}, 120_000);
beforeEach(() => {
	sent = [];
	const reports = standInReports(lives);
	pages.stage.answer = (asked) => {
		// The figures are those of the fixture.
		if (asked.path === '/v1/reports/answers') return null;
		if (asked.path !== '/v1/bodies/CNAF/reply') return reports.answer(asked);
		sent.push(`${asked.method} ${asked.body}`);
		const reply = asked.method === 'PUT' ? { text: JSON.parse(asked.body).text, on: '2026-11-24' } : null;
		return { status: 200, body: { body: 'CNAF', reply } };
	};
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});
const open = async (width = 1280) => {
	const opened = await openPage(browser, `${pages.address}?ecran=chiffres`, { width });
	await opened.page.getByRole('heading', { name: 'CNAF : ce que le public lit' }).waitFor();
	return opened;
};

test('a body reads its delays as the public does, and no other body’s, on a small phone too', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await open(320);

	await page.getByText('en 9 jours ouvrés (médiane) ; 2 sur 3 dans le délai').waitFor();
	expect(await page.getByText('France Titres : ce que').count()).toBe(0);
	expect(complaints).toEqual([]);
	expect(await axeFindings(page)).toEqual([]);
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('it publishes a right of reply, with nobody’s name in it, and takes it back', {
	timeout: 60_000,
}, async () => {
	const { page } = await open();
	const field = page.getByLabel(/Précision, publiée/);
	await field.fill('Mme Martin a tort, 06 12 34 56 78');
	await page.getByRole('button', { name: 'Publier' }).click();
	await page.getByText(/ressemble à une donnée personnelle/).waitFor();
	expect(sent).toEqual([]);

	await field.fill('Nous avons répondu.');
	await page.getByRole('button', { name: 'Publier' }).click();
	await page.getByText('C’est publié.').waitFor();
	await page.getByText('Nous avons répondu.', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Retirer' }).click();
	await page.getByText('Votre droit de réponse est retiré.').waitFor();
	expect(sent).toEqual(['PUT {"text":"Nous avons répondu."}', 'DELETE {}']);
});

/** openSettings opens the settings of the CNAF, for who answers unless told otherwise. */
const openSettings = async (
	width = 1280,
	role: 'institution_answerer' | 'institution_reader' = 'institution_answerer',
) => {
	const reports = standInReports(lives);
	reports.signInAs({ grants: [{ role, body: 'CNAF' }] });
	const settings = standInSettings(reports.answer);
	pages.stage.answer = settings.answer;
	const opened = await openPage(browser, `${pages.address}?ecran=reglages`, { width });
	opened.page.setDefaultTimeout(15_000);
	await opened.page.getByText('suivi@cnaf.example', { exact: true }).waitFor();
	await opened.page.getByText('cette boîte n’existe pas (smtp_550)').waitFor();
	return { ...opened, told: settings.told };
};

for (const width of [1280, 320])
	test(`at ${width} px axe finds nothing in the settings, the policy refuses nothing, nothing overflows`, {
		timeout: 60_000,
	}, async () => {
		const { page, complaints } = await openSettings(width);

		expect(await axeFindings(page)).toEqual([]);
		expect(complaints).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	});

test('who answers for a body says where its reports go, by the keyboard alone', {
	timeout: 60_000,
}, async () => {
	const { page, told } = await openSettings();
	await page.getByLabel('Adresse partagée').focus();
	await page.keyboard.type('cellule@cnaf.example');
	await page.keyboard.press('Enter');
	await page.getByText('Boîte ajoutée.').waitFor();

	await page.getByRole('button', { name: /^Envoyer un essai.*suivi@cnaf/ }).focus();
	await page.keyboard.press('Enter');
	await page.getByText('Essai refusé : cette boîte n’existe pas').waitFor();
	await page.getByRole('button', { name: /^Retirer.*suivi@cnaf/ }).focus();
	await page.keyboard.press('Enter');
	// What takes nothing away has the focus, and another Enter leaves all as it was.
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: /^Retirer.*suivi@cnaf/ }).waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Shift+Tab');
	await page.keyboard.press('Enter');
	await page.getByText('Retiré.').waitFor();

	expect(told).toEqual([
		'POST /v1/bodies/CNAF/recipients {"email":"cellule@cnaf.example"}',
		'POST /v1/bodies/CNAF/recipients/5d/test {}',
		'DELETE /v1/bodies/CNAF/recipients/5d {}',
	]);
});

test('a secret and a key are made anew with an overlap, and shown once', { timeout: 60_000 }, async () => {
	const { page, told } = await openSettings();
	await page.getByLabel('Jours où les deux secrets signent').fill('3');
	await page.getByRole('button', { name: /^Renouveler le secret/ }).click();
	expect(await page.getByLabel('Secret du webhook').inputValue()).toBe(SECRET);
	await page.getByRole('button', { name: 'Fermer' }).click();
	expect(await page.getByText(SECRET).count()).toBe(0);
	await page.getByRole('button', { name: /^Renouveler la clé/ }).click();
	expect(await page.getByLabel('Nouvelle clé').inputValue()).toMatch(/^vk_2f_/);

	expect(told).toEqual([
		'POST /v1/bodies/CNAF/webhooks/6e/rotate {"overlapDays":3}',
		'POST /v1/bodies/CNAF/keys/1f/rotate {}',
	]);
});

test('who only reads sees where reports go and what waits, and is offered no change', {
	timeout: 60_000,
}, async () => {
	const { page } = await openSettings(1280, 'institution_reader');
	await page.getByText('Votre compte lit ces réglages').waitFor();
	await page.getByText('pas de réponse à temps (timeout)').waitFor();

	for (const name of [/Envoyer un essai/, /Retirer/, /Renouveler/, /Ajouter/])
		expect(await page.getByRole('button', { name }).count(), String(name)).toBe(0);
});

test('one sees where one is signed in, and ends the others', { timeout: 60_000 }, async () => {
	const { page } = await openSettings();
	await page.getByText('Mes sessions').click();
	await page.getByText(/, celle-ci$/).waitFor();
	await page.getByRole('button', { name: 'Fermer les autres' }).click();
	await page.getByText('1 session fermée.').waitFor();

	await page.getByRole('button', { name: 'Fermer les autres' }).waitFor({ state: 'detached' });
	expect(await page.getByText(/^Ouverte le/).count()).toBe(1);
});
