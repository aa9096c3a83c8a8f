import { createQuerier } from '@vigie/kit/clickhouse';
import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import { ReleaseList, ReleaseTable, SeriesTable } from '@vigie/schemas/http';
import { axeViolations, openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { clickhouseOf } from '@vigie/test/own-stack';
import { useStack } from '@vigie/test/use-stack';
import { expect, test } from 'vitest';
import { z } from 'zod';

const WEEKS = 6;
const stack = await useStack({ weeks: WEEKS });
const browser = await launchChromium();
cleanUp(() => browser.close());

const get = async (path: string): Promise<unknown> => (await fetch(new URL(path, stack.url))).json();

test('a demonstration’s closed weeks are released, immutable, and close to the truth they perturb', async () => {
	const { releases } = ReleaseList.parse(await get('/v1/releases'));
	const weeks = releases.filter(({ level }) => level === 'week').map(({ release }) => release);
	const last = addWeeks(weekOf(new Date()), -1);
	const client = await clickhouseOf(stack, 'detector');
	cleanUp(() => client.close());
	const truth = createQuerier(client)({
		sql: `
			SELECT coordinates, n
			FROM private.cell_facts FINAL
			WHERE release = {release: String} AND node = 'platform'
		`,
		params: z.object({ release: z.string() }),
		row: z.object({ coordinates: z.array(z.string()), n: z.coerce.number() }),
	});

	const table = ReleaseTable.parse(await get(`/v1/releases/${last}/platform.json`));
	const facts = new Map((await truth({ release: last })).map(({ coordinates, n }) => [coordinates[0], n]));

	expect(weeks).toEqual(Array.from({ length: WEEKS }, (_, index) => addWeeks(last, index + 1 - WEEKS)));
	const shown = table.rows.filter(({ flag }) => flag === 'shown');
	expect(shown.length).toBeGreaterThan(8);
	const { mechanism } = releases.find(({ release }) => release === last) ?? {};
	const [least, most] = [mechanism?.k ?? Number.POSITIVE_INFINITY, mechanism?.D ?? 0];
	for (const { coordinates, y } of shown) {
		expect(y).toBeGreaterThanOrEqual(least);
		expect(Math.abs((y ?? 0) - (facts.get(coordinates[0] ?? '') ?? 0))).toBeLessThanOrEqual(most);
	}
	const hidden = table.rows.filter(({ flag }) => flag === 'protected');
	expect(hidden.every(({ y }) => y === null)).toBe(true);
});

test('a released file answers 304 to whoever has it, and the series of all weeks says the same numbers', async () => {
	const last = addWeeks(weekOf(new Date()), -1);
	const file = await fetch(`${stack.url}/v1/releases/${last}/platform.csv`);
	const again = await fetch(`${stack.url}/v1/releases/${last}/platform.csv`, {
		headers: { 'if-none-match': file.headers.get('etag') ?? '' },
	});
	const series = SeriesTable.parse(await get('/v1/series/week/platform.json'));
	const table = ReleaseTable.parse(await get(`/v1/releases/${last}/platform.json`));

	expect(file.status).toBe(200);
	expect(again.status).toBe(304);
	expect(series.releases.at(-1)).toBe(last);
	const lastValues = series.values.at(-1) ?? [];
	const byPlatform = new Map(table.rows.map(({ coordinates, y }) => [coordinates[0], y]));
	series.coordinates.forEach(([platform], index) => {
		expect(lastValues[index]).toBe(byPlatform.get(platform));
	});
});

test('the trends page tells the last week in a sentence, at 1280 and 320 px, with nothing for axe to find', {
	timeout: 120_000,
}, async () => {
	for (const width of [1280, 320]) {
		const { page, complaints } = await openPage(browser, { viewport: { width, height: 900 } });
		await page.goto(`${stack.url}/tendances/`);
		await page.getByText('Données de démonstration').first().waitFor();
		await page.locator('figure svg').first().waitFor();

		await page.getByRole('heading', { level: 1, name: /\d/ }).waitFor();
		expect(await axeViolations(page)).toEqual([]);
		expect(
			await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
		).toBe(0);
		expect(complaints).toEqual([]);
	}
});

test('the api’s own user of the engine is refused private data by the engine itself', async () => {
	const client = await clickhouseOf(stack, 'api');
	cleanUp(() => client.close());

	await expect(client.query({ query: 'SELECT count() FROM private.events' })).rejects.toMatchObject({
		code: '497',
	});
});
