import { launchChromium } from '@vigie/test/launch-chromium';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { demoAnswers } from '../../ui/test/support/answers-fixture.js';
import { axeFindings, openPage } from '../../ui/test/support/browser.js';
import { servePages } from '../../ui/test/support/page-server.js';
import { answersTable, curveOf, findingOf } from '../src/logic/answer-figures.js';

const { bodies } = demoAnswers;
const ofDelay = (key: 'acknowledged' | 'answered') => bodies.map((body) => body[key]);

test('the curve is the share of what is owed, what still waits included, and only rises', () => {
	const curve = curveOf(ofDelay('answered'));

	expect([curve[3], curve[4], curve[9], curve[30]]).toEqual([0, 1 / 5, 2 / 5, 3 / 5]);
	expect(curve.every((share, day) => share >= (curve[day - 1] ?? 0))).toBe(true);
	expect(curveOf([])).toEqual([]);
});

test('the sentence tells half of what was answered by its working day, and what waits now', () => {
	expect(findingOf(bodies).map((sentence) => sentence.replaceAll(/\s/g, ' '))).toEqual([
		'Sur un an, 5 fois un organisme a été saisi d’un signalement ; 3 ont une réponse, la moitié en 9 jours ouvrés au plus.',
		'En ce moment : 3 signalements ouverts, dont 1 en retard.',
	]);
	expect(findingOf([])).toEqual(['Aucun organisme n’a encore été saisi d’un signalement.']);
});

test('the table has a row a body in the order of the list, and a body that did nothing has no median of nothing', () => {
	const { rows } = answersTable(demoAnswers);

	expect(rows.map(([body]) => body?.text)).toEqual(['CNAF', 'France Titres']);
	expect(rows[0]?.map(({ text }) => text).slice(1, 6)).toEqual(['4', '3', '3 sur 4', '9', '2 sur 3']);
	expect(rows[1]?.[2]).toEqual({ text: 'sans objet', sort: null });
});

let browser: Browser;
let pages: Awaited<ReturnType<typeof servePages>>;
beforeAll(async () => {
	[browser, pages] = await Promise.all([launchChromium(), servePages('trends', '/tendances/')]);
}, 120_000);
afterAll(async () => {
	await Promise.all([browser?.close(), pages?.close()]);
});

test('the page shows the curve, read day by day with the keys, and what each body says under its name', {
	timeout: 60_000,
}, async () => {
	const { page, complaints } = await openPage(browser, `${pages.address}?organisme=CNAF`);
	const section = page.locator('#reponses');
	await section.getByText('Le correctif a attendu une mise en service prévue.').waitFor();
	await section.locator('svg.chart').waitFor();
	// Drawn again when its width settles: the key is pressed until it is read.
	await vi.waitUntil(async () => {
		await section.locator('[role=application]').press('Home');
		return (await section.locator('.readout').textContent())?.startsWith('En 0 jours ouvrés au plus');
	}, 20_000);

	expect(await section.locator('svg.chart').count()).toBe(1);
	expect(complaints).toEqual([]);
	expect(await axeFindings(page)).toEqual([]);
});
