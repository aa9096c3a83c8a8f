import { WorldState } from '@vigie/schemas/http';
import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { startOwnStack } from '@vigie/test/own-stack';
import { expect, test } from 'vitest';

const stack = await startOwnStack({ world: 'real' });
cleanUp(() => stack.close());
const browser = await launchChromium();
cleanUp(() => browser.close());

test('an empty real world explains itself on every page, and calls nothing a demonstration', {
	timeout: 90_000,
}, async () => {
	const explanations = {
		'/': 'Première publication mardi',
		'/tendances/': 'Première publication mardi',
		'/alerte/': 'Il vous faut le lien de votre structure',
	};
	for (const [path, sentence] of Object.entries(explanations)) {
		const { page, complaints } = await openPage(browser);
		await page.goto(`${stack.url}${path}`);

		await page.getByText(sentence).first().waitFor();

		expect(await page.getByText('Données de démonstration').count(), path).toBe(0);
		expect(await axeViolations(page), path).toEqual([]);
		expect(complaints, path).toEqual([]);
	}
});

test('a real world says that nothing is published yet, and when something will be', async () => {
	const state = WorldState.parse(await (await fetch(`${stack.url}/v1/world`)).json());

	expect(state).toMatchObject({ world: 'real', lastRelease: null, loading: null });
	expect(Date.parse(state.nextPublication)).toBeGreaterThan(Date.now());
});

test('a worker can already report in an empty real world', { timeout: 60_000 }, async () => {
	const token = await stack.enrolDevice();

	const response = await fetch(`${stack.url}/v1/events`, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify({
			id: crypto.randomUUID(),
			revision: 0,
			retracted: false,
			kind: 'dysfunction.alerted',
			version: '1-0-0',
			taxonomy: '2026.1',
			observedAt: `${new Date().toISOString().slice(0, 13)}:00:00Z`,
			platform: 'AMELI',
		}),
	});

	expect(response.status).toBe(202);
});
