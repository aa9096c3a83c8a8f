import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { readCode } from '../../ui/test/support/read-code.js';
import { parts } from '../src/logic/parts.js';
import { LINK, me, standInAdministration } from './stand-in-administration.js';

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;

beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('admin', '/administration/')]);
}, 120_000);
beforeEach(() => {
	Object.assign(pages.stage, { isBroken: false, answer: standInAdministration().answer });
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

const screens = parts.flatMap((part) => [
	{ part, width: 1280, dark: true },
	{ part, width: 320, dark: false },
]);

test.each(screens)(
	'axe finds nothing in $part at $width px, the policy refuses nothing, nothing overflows',
	{
		timeout: 60_000,
	},
	async ({ part, width, dark }) => {
		const { page, complaints } = await openPage(browser, `${pages.address}?partie=${part}`, { width, dark });
		await page.locator('.part h2').waitFor();
		for (const reading of await page.getByRole('button', { name: 'Ouvrir la page' }).all())
			await reading.click();
		for (const summary of await page.locator('summary').all()) await summary.click();
		await page.waitForLoadState('networkidle');

		expect(await axeFindings(page)).toEqual([]);
		expect(complaints).toEqual([]);
		expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
	},
);

test.each([
	['nobody signed in', { ...me, account: null, grants: [], csrf: null }, 'Se connecter'],
	['the account has no role here', { ...me, grants: [] }, 'Votre compte n’a ici aucun rôle.'],
	['nobody can sign in', { ...me, account: null, grants: [], canSignIn: false }, 'Aucun fournisseur'],
])('when %s the page says so and asks for nothing', async (_name, who, words) => {
	const stand = standInAdministration(who);
	const asked: string[] = [];
	pages.stage.answer = (request) => {
		asked.push(request.path);
		return stand.answer(request);
	};
	const { page } = await openPage(browser, pages.address);
	await page.getByText(words).first().waitFor();

	expect(asked.filter((path) => path.startsWith('/v1/admin'))).toEqual([]);
});

test('the code of a link is drawn here, and a camera reads the very link from it', async () => {
	const { page } = await openPage(browser, `${pages.address}?partie=structures`);
	await page.getByText('Liens d’inscription').click();
	await page.getByRole('button', { name: 'Créer un lien' }).click();

	expect(await readCode(page, '.poster svg')).toBe(LINK);
	await page.emulateMedia({ media: 'print' });
	expect(await page.locator('.poster').isVisible()).toBe(true);
	for (const hidden of ['nav', 'header', 'summary'])
		expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
});

test('what cannot be undone is asked twice, and a refusal is told in words', async () => {
	const stand = standInAdministration();
	pages.stage.answer = stand.answer;
	const { page } = await openPage(browser, `${pages.address}?partie=comptes`);
	page.setDefaultTimeout(10_000);
	await page.locator('summary', { hasText: 'Donner un rôle, Administration' }).click();
	await page.getByRole('button', { name: 'Retirer : administre Vigie' }).click();
	expect(stand.told).toEqual([]);
	await page.getByRole('button', { name: 'Confirmer' }).click();
	await page.getByText('Refusé : Il n’y aurait plus aucun administrateur.').waitFor();

	expect(stand.told).toMatchObject([
		{ method: 'DELETE', body: { grant: { role: 'administrator', body: null } } },
	]);
});

test('a test of an addressee says what it answered, and a replay is first tried without doing anything', async () => {
	const stand = standInAdministration();
	pages.stage.answer = stand.answer;
	const { page } = await openPage(browser, pages.address);
	page.setDefaultTimeout(10_000);
	await page
		.getByText(
			'2 signalements ouverts · aucun destinataire : personne n’est prévenu · 1 envoi en attente · 1 envoi non remis',
		)
		.waitFor();
	await page.locator('summary', { hasText: 'Destinataires' }).click();
	await page.getByRole('button', { name: 'Envoyer un essai' }).first().click();
	await page.getByText('Essai refusé : cette boîte n’existe pas (smtp_550).').waitFor();

	await page.getByRole('link', { name: 'Lettres mortes' }).click();
	await page.getByRole('button', { name: 'Que ferait une remise ?' }).click();
	await page.getByText('Rien n’est fait. Seraient remises : 1 inchangées').waitFor();
	expect(stand.told.at(-1)).toMatchObject({ body: { reasons: [], dryRun: true } });
	await page.goBack();
	await page.getByRole('heading', { name: 'Organismes' }).waitFor();
});

test('the log names an account by the function that it was given', async () => {
	const { page } = await openPage(browser, `${pages.address}?partie=journal`);
	const row = page.locator('tbody tr').first();
	await row.getByText('Administration', { exact: true }).waitFor();

	expect(await row.innerText()).toContain('Cellule usagers · CNAF');
});

const rooms = (page: Page) =>
	page.getByRole('navigation', { name: 'Parties' }).getByRole('link').allInnerTexts();

test('comments are a curator’s: an administrator has no such room, and a curator no other one', async () => {
	const asked: string[] = [];
	const seenBy = async (role: 'administrator' | 'curator') => {
		const stand = standInAdministration({ ...me, grants: [{ role, body: null }] });
		pages.stage.answer = (request) => {
			asked.push(request.path);
			return stand.answer(request);
		};
		const { page } = await openPage(browser, `${pages.address}?partie=commentaires`);
		page.setDefaultTimeout(10_000);
		await page.locator('.part h2').waitFor();
		return page;
	};

	expect(await rooms(await seenBy('administrator'))).not.toContain('Commentaires');
	expect(asked).not.toContain('/v1/admin/comments');
	asked.length = 0;
	const page = await seenBy('curator');
	expect(await rooms(page)).toEqual(['Commentaires', 'Propositions']);
	expect(asked.filter((path) => path.startsWith('/v1/admin'))).toEqual([]);
	await page.getByRole('button', { name: 'Ouvrir la page la plus récente' }).click();
	await page.getByText('Le bouton « Envoyer » reste grisé depuis hier.').waitFor();
	await page.getByText('Cette instance n’accepte pas de commentaires.').waitFor();
	await page.emulateMedia({ media: 'print' });
	expect(await page.getByText('reste grisé depuis hier').isVisible()).toBe(false);
});

test('a curator decides of a proposed platform with what its decision needs, and nothing less is sent', async () => {
	const stand = standInAdministration();
	pages.stage.answer = stand.answer;
	const { page } = await openPage(browser, `${pages.address}?partie=propositions`);
	page.setDefaultTimeout(10_000);
	await page.getByText('Refusée : pas un service pour des droits').waitFor();
	await page.locator('summary', { hasText: 'portail-solidarites.exemple.fr' }).click();
	const row = page.locator('li', { hasText: 'portail-solidarites.exemple.fr' });
	await row.getByLabel('Décision').selectOption('accepted');
	await row.getByRole('button', { name: 'Enregistrer la décision' }).click();
	expect(stand.told).toEqual([]);
	await row.getByLabel('Décision').selectOption('known');
	await row.getByLabel('Plateforme').selectOption('ANTS');
	await row.getByRole('button', { name: 'Enregistrer la décision' }).click();
	await page.getByText('Décision enregistrée').waitFor();

	expect(stand.told).toMatchObject([{ method: 'POST', body: { outcome: 'known', platform: 'ANTS' } }]);
	expect(await page.locator('.part a', { hasText: 'exemple.fr' }).count()).toBe(0);
});
