import { randomUUID } from 'node:crypto';
import { hourOf } from '@vigie/schemas/calendar';
import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { useStack } from '@vigie/test/use-stack';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

const stack = await useStack();
const browser = await launchChromium();
cleanUp(() => browser.close());

const PATIENCE_MS = 20_000;
const Pixels = z.object({ width: z.int(), height: z.int(), data: z.array(z.int()) });

/** The code as it is printed, read again from what the browser paints. */
const readCode = async (page: Page): Promise<string> => {
	const png = await page.locator('.poster svg').screenshot();
	const pixels = await page.evaluate(`(async () => {
		const bytes = Uint8Array.from(atob('${png.toString('base64')}'), (char) => char.charCodeAt(0));
		const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const canvas = new OffscreenCanvas(image.width, image.height);
		const context = canvas.getContext('2d');
		context.drawImage(image, 0, 0);
		const { width, height, data } = context.getImageData(0, 0, image.width, image.height);
		return { width, height, data: [...data] };
	})()`);
	const { width, height, data } = Pixels.parse(pixels);
	return decodeQR({ width, height, data: Uint8Array.from(data) });
};

/** signInAs goes to the administration, through the provider's page where one chooses who to be, and back. */
const signInAs = async (person: RegExp) => {
	const opened = await openPage(browser, { viewport: { width: 1280, height: 900 } });
	opened.page.setDefaultTimeout(PATIENCE_MS);
	await opened.page.goto(`${stack.url}/administration/`);
	await opened.page.getByRole('link', { name: 'Se connecter' }).click();
	await opened.page.getByRole('button', { name: person }).click();
	await opened.page.waitForURL(/\/administration\//);
	return opened;
};

/** sendUnder sends one declaration under a key, and gives the status of the answer. */
const sendUnder = async (key: string): Promise<number> => {
	const event = {
		id: randomUUID(),
		revision: 0,
		retracted: false,
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		taxonomy: '2026.1',
		observedAt: hourOf(new Date()),
		platform: 'AMELI',
	};
	const response = await fetch(`${stack.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify(event),
	});
	return response.status;
};
/** Intake follows the registry a moment later. */
const untilTaken = (key: string) =>
	vi.waitUntil(async () => (await sendUnder(key)) === 202, { timeout: PATIENCE_MS, interval: 200 });

test('an administrator makes a structure, prints its link, rotates a key and gives a role; the log says so', {
	timeout: 240_000,
}, async () => {
	const { page, complaints } = await signInAs(/Alix/);
	const refused: string[] = [];
	page.on('response', (response) => {
		if (response.status() >= 400) refused.push(`${response.status()} ${new URL(response.url()).pathname}`);
	});
	const part = (name: string) => page.getByRole('link', { name, exact: true }).click();

	// A structure, and a link whose printed code opens the very page of arrival.
	await part('Structures');
	await page.getByText('Créer une structure').click();
	await page.getByLabel('Nom', { exact: true }).fill('Maison de Vigie-sur-Mer');
	expect(await page.getByLabel('Identifiant (minuscules').inputValue()).toBe('maison-de-vigie-sur-mer');
	await page.getByLabel('Famille', { exact: true }).selectOption('COMMUNE');
	await page.getByLabel('Département', { exact: true }).selectOption('35');
	await page.getByRole('button', { name: 'Enregistrer la structure' }).click();
	await page.getByText('Structure enregistrée.').waitFor();
	await page.getByLabel('Chercher une structure').fill('vigie-sur-mer');
	await page.locator('summary', { hasText: 'Liens d’inscription' }).click();
	await page.getByRole('button', { name: 'Créer un lien' }).click();
	const link = await page.getByLabel('Lien d’inscription', { exact: true }).inputValue();
	expect(await readCode(page)).toBe(link);
	expect(await axeViolations(page)).toEqual([]);
	const arrival = await openPage(browser, { viewport: { width: 390, height: 844 } });
	await arrival.page.goto(link);
	await arrival.page.getByText('Maison de Vigie-sur-Mer').first().waitFor();

	// A key, and its rotation: both open the door for a while.
	await part('Clés d’API');
	await page.getByText('Créer une clé').click();
	await page.getByLabel('Identifiant de la structure').fill('maison-de-vigie-sur-mer');
	await page.getByLabel('Famille de rôles').selectOption('TRAVAIL_SOCIAL');
	await page.getByRole('button', { name: 'Créer la clé' }).click();
	const key = await page.getByLabel('Clé d’API', { exact: true }).inputValue();
	await untilTaken(key);
	const row = page.locator('li', { hasText: 'maison-de-vigie-sur-mer' });
	await row.getByText('Renouveler ou révoquer').click();
	await row.getByRole('button', { name: 'Renouveler', exact: true }).click();
	await page.getByText('Clé renouvelée.').waitFor();
	const renewed = await page.getByLabel('Clé d’API', { exact: true }).inputValue();
	expect(renewed).not.toBe(key);
	await untilTaken(renewed);
	expect(await sendUnder(key)).toBe(202);

	// A role is given; the last administrator stays one.
	await part('Comptes');
	const account = (name: string) => page.locator('li', { has: page.locator('strong', { hasText: name }) });
	await account('Camille').getByText('Donner un rôle', { exact: false }).first().click();
	await account('Camille').getByLabel('Rôle').selectOption('institution_reader');
	await account('Camille').getByLabel('Organisme').selectOption('ANTS');
	await account('Camille').getByRole('button', { name: 'Donner un rôle' }).click();
	await page.getByText('Rôle donné.').waitFor();
	await account('Camille').getByText('lit pour un organisme, France Titres').first().waitFor();
	await account('Alix').getByText('Donner un rôle', { exact: false }).first().click();
	await account('Alix').getByRole('button', { name: 'Retirer : administre Vigie' }).click();
	await page.getByRole('button', { name: 'Confirmer' }).click();
	await page.getByText('Refusé : Il n’y aurait plus aucun administrateur.').waitFor();

	// A mailbox; without a mail server its test says so instead of pretending.
	await part('Organismes');
	const cnaf = page.locator('li', { hasText: 'Caisse nationale des allocations familiales' });
	await cnaf.getByText('Destinataires et envois').click();
	await cnaf.getByLabel('Adresse partagée').fill('suivi@cnaf.example');
	await cnaf.getByRole('button', { name: 'Ajouter la boîte' }).click();
	const mailbox = cnaf.locator('li', { hasText: 'suivi@cnaf.example' });
	await mailbox.getByRole('button', { name: 'Envoyer un essai' }).click();
	await cnaf.getByText('Essai non remis : aucun serveur de courriel n’est réglé (smtp_unknown).').waitFor();

	await part('Lettres mortes');
	await page.getByText('Aucune lettre n’attend.').waitFor();

	// All of it is in the log, a moment later.
	await part('Journal');
	for (const done of [
		'Structure écrite',
		'Lien d’inscription créé',
		'Clé d’API créée',
		'Clé d’API renouvelée',
		'Rôle accordé (institution_reader)',
		'Destinataire écrit',
		'Envoi d’essai à un destinataire',
	])
		await vi.waitUntil(
			async () => {
				await page.getByRole('button', { name: 'Chercher', exact: true }).click();
				// Behind it may stand what came of it, as the key that a renewal made.
				return (await page.getByRole('cell', { name: done }).count()) > 0;
			},
			{ timeout: PATIENCE_MS, interval: 300 },
		);
	expect(await page.getByRole('cell', { name: 'Rôle retiré' }).count()).toBe(0);
	// The last administrator's withdrawal, and nothing else.
	expect(refused).toEqual([expect.stringMatching(/^409 .+\/grants$/)]);
	expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});

test('a platform that a worker does not find is proposed by its name alone, decided by a curator, and told in the follow-up', {
	timeout: 180_000,
}, async () => {
	const { page, complaints } = await openPage(browser, { viewport: { width: 320, height: 800 } });
	page.setDefaultTimeout(PATIENCE_MS);
	const posted: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST' && request.url().endsWith('/v1/proposals'))
			posted.push(request.postData() ?? '');
	});
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('textbox', { name: 'Chercher une plateforme' }).fill('portail inconnu');
	await page.getByRole('button', { name: 'Proposer une plateforme' }).click();
	const address = page.getByLabel('Adresse publique du site');
	const send = page.getByRole('button', { name: 'Envoyer la proposition' });
	await address.fill('camille@exemple.fr');
	await send.click();
	await page.getByText('C’est une adresse e-mail').waitFor();
	await address.fill('https://www.caf.fr/allocataires');
	await send.click();
	await page.getByText('Ce site est dans la liste : caf.fr, Mon Compte.').waitFor();
	await address.fill('https://www.portail-inconnu.fr/dossier/Tartempion?nir=1');
	await page.getByLabel('Organisme (facultatif)').selectOption('DEPARTEMENT');
	expect(await axeViolations(page)).toEqual([]);
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
	await send.click();
	await page.getByText('Proposée : portail-inconnu.fr.').waitFor();
	await page.getByRole('link', { name: 'Suivi' }).click();
	await page.getByText('Envoyée. Pas encore de décision publiée.').waitFor();
	expect(posted.map((text) => JSON.parse(text))).toEqual([
		{ host: 'caf.fr' },
		{ host: 'portail-inconnu.fr', body: 'DEPARTEMENT' },
	]);

	const curator = await signInAs(/Noa/);
	// The store follows the log a moment later.
	await vi.waitUntil(
		async () => {
			await curator.page.goto(`${stack.url}/administration/?partie=propositions`);
			await curator.page.getByRole('heading', { name: 'Propositions' }).waitFor();
			await curator.page.waitForLoadState('networkidle');
			return (await curator.page.getByText('portail-inconnu.fr').count()) > 0;
		},
		{ timeout: 60_000, interval: 500 },
	);
	const row = curator.page.locator('li', { hasText: 'portail-inconnu.fr' });
	await row.getByText('1 à 5 structures').waitFor();
	await row.locator('summary').click();
	await row.getByLabel('Décision').selectOption('accepted');
	await row.getByLabel('Version de la liste').fill('2027.1');
	expect(await axeViolations(curator.page)).toEqual([]);
	await row.getByRole('button', { name: 'Enregistrer la décision' }).click();
	await curator.page.getByText('Décision enregistrée').waitFor();

	await page.reload();
	await page.getByText('Acceptée : elle sera dans la liste 2027.1.').waitFor();
	expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
	expect(curator.complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
});

test('the board of jobs shows the queues of the services, and reaches nothing outside', {
	timeout: 90_000,
}, async () => {
	const { page } = await signInAs(/Alix/);
	const outside: string[] = [];
	page.on('response', (response) => {
		if (!response.url().startsWith(stack.url)) outside.push(response.url());
	});
	await page.getByRole('link', { name: 'Tâches', exact: true }).click();
	await page.getByRole('link', { name: /tableau des tâches/ }).click();
	for (const queue of ['releases', 'detection', 'reports'])
		await page.getByText(queue, { exact: true }).first().waitFor();

	expect(outside).toEqual([]);
});

test('who does not administer is told so, and asked for nothing', { timeout: 60_000 }, async () => {
	const { page } = await signInAs(/Camille/);
	await page.getByText('Votre compte n’a ici aucun rôle.').waitFor();

	expect((await page.goto(`${stack.url}/v1/admin/jobs/`))?.status()).toBe(403);
});
