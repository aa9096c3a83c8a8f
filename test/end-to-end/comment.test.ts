import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { useStack } from '@vigie/test/use-stack';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test, vi } from 'vitest';

const stack = await useStack({ env: { VIGIE_COMMENTS: 'on' } });
const browser = await launchChromium();
cleanUp(() => browser.close());

const kafka = createKafka(
	{ KAFKA_BROKERS: stack.env.KAFKA_BROKERS ?? '' },
	'vigie-test',
	createLogger('test', 'silent'),
);

test('a worker’s words about an alert stay in the page while they name somebody, and leave once they do not', {
	timeout: 180_000,
}, async () => {
	const kept: Buffer[] = [];
	const follower = await followLog(kafka, topicsWithPrefix(stack.topicPrefix).comments, (messages) => {
		for (const { value } of messages) if (value) kept.push(value);
	});
	cleanUp(() => follower.close());
	const { page, complaints } = await openPage(browser, { viewport: { width: 390, height: 844 } });
	const posted: string[] = [];
	page.on('request', (request) => {
		if (request.method() === 'POST' && request.url().endsWith('/v1/comments'))
			posted.push(request.postData() ?? '');
	});
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('button', { name: /^caf\.fr.*Signaler/ }).click();
	await page.getByRole('link', { name: /^Préciser/ }).click();
	const field = page.getByRole('textbox', { name: 'En quelques mots' });
	const send = page.getByRole('button', { name: 'Ajouter ce commentaire' });

	await field.fill('Mme Tartempion, 06 12 34 56 78, attend depuis 3 mois');
	await page
		.getByText(
			/semble contenir une donnée personnelle \(nom, téléphone\)\. Décrivez le dysfonctionnement, pas la personne\. Votre alerte peut partir sans commentaire\./,
		)
		.waitFor();
	expect(await page.locator('.comment mark').allTextContents()).toEqual(['Mme Tartempion', '06 12 34 56 78']);
	expect(await send.isDisabled()).toBe(true);
	expect(await field.getAttribute('aria-invalid')).toBe('true');
	expect(await axeViolations(page)).toEqual([]);
	await page.getByRole('button', { name: 'Sans commentaire' }).click();
	expect(await field.inputValue()).toBe('');

	await field.fill('Le bouton reste grisé depuis 3 jours');
	await send.click();
	await page.getByText(/Commentaire ajouté/).waitFor();

	await vi.waitUntil(() => kept.length > 0, { timeout: 60_000, interval: 100 });
	expect(kept).toHaveLength(1);
	expect(kept[0]?.includes('bouton')).toBe(false);
	expect(posted).toHaveLength(1);
	expect(posted[0]).not.toContain('Tartempion');
	expect(await page.evaluate('JSON.stringify({ ...localStorage })')).not.toMatch(/Tartempion|grisé/);
	expect(complaints).toEqual([]);
});

test('a curator reads those words in the administration, and nobody else finds that room', {
	timeout: 120_000,
}, async () => {
	const { page, complaints } = await openPage(browser, { viewport: { width: 320, height: 800 } });
	page.setDefaultTimeout(30_000);
	await page.goto(`${stack.url}/administration/`);
	await page.getByRole('link', { name: 'Se connecter' }).click();
	await page.getByRole('button', { name: /Noa/ }).click();
	await page.getByRole('button', { name: 'Ouvrir la page la plus récente' }).click();

	const row = page.getByRole('listitem').filter({ hasText: 'Le bouton reste grisé depuis 3 jours' });
	await row.getByText(/caf\.fr, Mon Compte/).waitFor();
	expect(await page.getByRole('link', { name: 'Comptes' }).count()).toBe(0);
	expect(await axeViolations(page)).toEqual([]);
	// The provider of identities has no icon.
	expect(complaints.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
	const alone = await openPage(browser, { viewport: { width: 1280, height: 900 } });
	alone.page.setDefaultTimeout(30_000);
	await alone.page.goto(`${stack.url}/administration/?partie=commentaires`);
	await alone.page.getByRole('link', { name: 'Se connecter' }).click();
	await alone.page.getByRole('button', { name: /Alix/ }).click();
	await alone.page.getByRole('heading', { name: 'Organismes' }).waitFor();
	expect(await alone.page.getByRole('link', { name: 'Commentaires' }).count()).toBe(0);
	expect((await alone.page.goto(`${stack.url}/v1/admin/comments`))?.status()).toBe(403);
});
