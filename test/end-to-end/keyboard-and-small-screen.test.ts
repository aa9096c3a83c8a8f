import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { useStack } from '@vigie/test/use-stack';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';

const stack = await useStack();
const browser = await launchChromium();
cleanUp(() => browser.close());

/** Tall, so that every target is in view: one that is half under the bottom bar only waits to be scrolled to. */
const small = { viewport: { width: 320, height: 2_400 } };

/** tabTo presses Tab until the focused element's text matches: what a person without a mouse does. */
const tabTo = async (page: Page, text: RegExp): Promise<void> => {
	for (let presses = 0; presses < 80; presses += 1) {
		const focused = await page.evaluate(
			'document.activeElement?.matches("a, button") ? document.activeElement.innerText : ""',
		);
		if (text.test(String(focused))) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`no element with ${text} can be reached by Tab`);
};

const enrol = async (page: Page): Promise<void> => {
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();
	await page.getByRole('heading', { name: 'Qu’est-ce qui bloque ?' }).waitFor();
};

const overflow = (page: Page): Promise<unknown> =>
	page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

test('by keyboard alone, a worker sends an alert, undoes it, and reaches the follow-up', {
	timeout: 60_000,
}, async () => {
	const { page } = await openPage(browser);
	await enrol(page);

	await tabTo(page, /ameli\.fr/);
	await page.keyboard.press('Enter');
	await page.getByText(/Envoyé à/).waitFor();
	await tabTo(page, /^Annuler/);
	await page.keyboard.press('Enter');
	await tabTo(page, /^Suivi$/);
	await page.keyboard.press('Enter');

	await page.getByText('Annulée : elle ne compte pas').waitFor();
});

test('at 320 px nothing is cut off and axe finds nothing on any screen of a worker', {
	timeout: 120_000,
}, async () => {
	const { page } = await openPage(browser, small);
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'C’est parti' }).waitFor();
	expect(await axeViolations(page), 'arrival').toEqual([]);
	await enrol(page);

	expect(await axeViolations(page), 'tiles').toEqual([]);
	expect(await overflow(page), 'tiles').toBe(0);
	await page.getByRole('button', { name: /^caf\.fr/ }).click();
	await page.getByRole('link', { name: /^Préciser/ }).click();
	await page.getByRole('button', { name: 'Terminé' }).waitFor();
	expect(await axeViolations(page), 'details').toEqual([]);
	expect(await overflow(page), 'details').toBe(0);
	await page.getByRole('button', { name: 'Terminé' }).click();
	for (const tab of ['Démarche', 'Droit', 'Orienter', 'Suivi']) {
		await page.getByRole('link', { name: tab }).click();
		await page.getByRole('heading', { level: 1 }).waitFor();
		expect(await axeViolations(page), tab).toEqual([]);
		expect(await overflow(page), tab).toBe(0);
	}
});

test('in the dark scheme axe finds nothing on the tiles', { timeout: 60_000 }, async () => {
	const { page } = await openPage(browser, { ...small, colorScheme: 'dark' });
	await enrol(page);

	expect(await axeViolations(page)).toEqual([]);
});
