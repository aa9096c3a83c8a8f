import { Attestation } from '@vigie/schemas/attestation';
import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { readCode } from '../../ui/test/support/read-code.js';

const CODE = '7Z3K-0M4Q-9T2B-XW1R-0003-4HNC-V8DG-5S6J';
const attestation = Attestation.parse({
	code: CODE,
	world: 'demo',
	issuedOn: '2026-11-24',
	facts: {
		platform: 'ANTS',
		step: null,
		failureKind: null,
		territory: 'FR',
		family: 'outage',
		level: 'strong',
		from: '2026-11-12T08:15:00.000Z',
		until: null,
		lastSeen: '2026-11-12T12:00:00.000Z',
		band: '10-19',
	},
	hash: '0'.repeat(64),
});

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
beforeEach(() => {
	pages.stage.answer = ({ path }) => {
		if (path === '/v1/attestations')
			return {
				status: 200,
				body: { world: 'demo', platform: 'ANTS', day: '2026-11-12', attestations: [attestation] },
			};
		if (path === `/v1/attestations/${CODE.replaceAll('-', '')}`)
			return { status: 200, body: { attestation, endedAt: '2026-11-12T13:30:00.000Z' } };
		return path.startsWith('/v1/attestations/')
			? { status: 404, body: { type: 'about:blank', title: 'x', status: 404, code: 'attestation_unknown' } }
			: null;
	};
});
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});
const at = (query = '') => `${pages.address}attestation.html${query}`;

test('anyone asks for the page of a day: it says what was published, its code, and where it is verified', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await openPage(browser, at(), { width: 320 });
	await page.getByLabel('Plateforme').selectOption('ANTS');
	await page.getByLabel('Jour').fill('2026-11-12');
	await page.getByRole('button', { name: 'Chercher' }).click();

	const paper = page.locator('article');
	await paper.getByText(/est perturbée depuis le 12 novembre 2026 à 09 h 15/).waitFor();
	await paper.getByText('10 à 19 structures différentes').waitFor();
	await paper.getByText(CODE, { exact: true }).waitFor();
	await paper.getByText(`${new URL(pages.address).origin}/tendances/attestation?code=${CODE}`).waitFor();
	await paper.getByText('Données de démonstration : cette page n’atteste rien de réel.').waitFor();
	expect(complaints).toEqual([]);
	expect(await axeFindings(page)).toEqual([]);
	expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('printed, it is one A4 page with the facts and the proof, without menus nor forms', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, at('?plateforme=ANTS&jour=2026-11-12'));
	await page.locator('article').waitFor();
	await page.emulateMedia({ media: 'print' });

	expect(await page.getByRole('button', { name: 'Chercher' }).isVisible()).toBe(false);
	expect(await page.getByRole('navigation').first().isVisible()).toBe(false);
	const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
	expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

test('a camera reads from the page the very address at which it is verified', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, at('?plateforme=ANTS&jour=2026-11-12'));

	expect(await readCode(page, 'article .qr svg')).toBe(
		`${new URL(pages.address).origin}/tendances/attestation?code=${CODE}`,
	);
	expect(await page.getByRole('img', { name: /Code à photographier/ }).count()).toBe(1);
});

test('the address on the page opens what it said, and what is known of the end since', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser, at(`?code=${CODE}`));

	await page.getByText('Cette attestation est authentique.').waitFor();
	await page
		.getByText('On sait depuis que la perturbation a pris fin le 12 novembre 2026 à 14 h 30.')
		.waitFor();
});

test('a code that was altered is told unknown, and nothing is attested', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, at());
	await page.getByLabel('Code de l’attestation').fill(CODE.replace('7Z3K', '8Z3K'));
	await page.getByRole('button', { name: 'Vérifier' }).click();

	await page.getByText('Ce code n’est celui d’aucune attestation.').waitFor();
	expect(await page.locator('article').count()).toBe(0);
});
