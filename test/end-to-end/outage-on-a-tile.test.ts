import { WATCH_OUTAGES } from '@vigie/detector/jobs/detection-queue';
import { createQuerier } from '@vigie/kit/clickhouse';
import { slotOf, weekOf } from '@vigie/schemas/calendar';
import { LiveLevels } from '@vigie/schemas/live';
import { alertFrom } from '@vigie/test/alert-from';
import { askDetector } from '@vigie/test/ask-detector';
import { openPage } from '@vigie/test/browser';
import { cleanUp } from '@vigie/test/cleanup';
import { launchChromium } from '@vigie/test/launch-chromium';
import { clickhouseOf } from '@vigie/test/own-stack';
import { useStack } from '@vigie/test/use-stack';
import { closeUsualWeeks } from '@vigie/test/usual-weeks';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';

const stack = await useStack();
const browser = await launchChromium();
cleanUp(() => browser.close());
const store = await clickhouseOf(stack, 'migrator');
cleanUp(() => store.close());

const untilStored = async (count: number): Promise<void> => {
	const read = createQuerier(store)({
		sql: 'SELECT uniqExact(id) AS events FROM private.events',
		params: z.object({}),
		row: z.object({ events: z.string() }),
	});
	await vi.waitUntil(async () => Number((await read({}))[0]?.events) === count, {
		timeout: 30_000,
		interval: 100,
	});
};

const live = async () => LiveLevels.parse(await (await fetch(new URL('/v1/live', stack.url))).json());

test('an outage that sixteen structures report is told within the run, as a level without a number, on the tile of a worker elsewhere', {
	timeout: 180_000,
}, async () => {
	await closeUsualWeeks(store, weekOf(new Date()), ['ANTS', 'AMELI']);
	for (let index = 0; index < 16; index += 1) await alertFrom(stack, index, 'ANTS');
	// One structure alone is no perturbation.
	await alertFrom(stack, 0, 'AMELI');
	await untilStored(17);

	// The run of this quarter of an hour, which the detector would do at its end.
	await askDetector(stack, WATCH_OUTAGES, { slot: slotOf(new Date()) });

	const levels = await vi.waitUntil(
		async () => {
			const told = (await live()).levels;
			return told.length > 0 && told;
		},
		{ timeout: 60_000, interval: 250 },
	);
	expect(levels.filter(({ territory }) => territory === 'FR')).toMatchObject([
		{ platform: 'ANTS', level: 'strong', band: '10-19' },
	]);

	const { page, complaints } = await openPage(browser, { viewport: { width: 320, height: 800 } });
	await page.goto(await stack.makeLink());
	await page.getByRole('button', { name: 'Travail social' }).click();
	await page.getByRole('button', { name: 'C’est parti' }).click();

	await page
		.getByRole('button', { name: /^France Titres.*Forte perturbation signalée depuis.*Je constate aussi$/ })
		.waitFor();
	await page.getByRole('button', { name: /^ameli\.fr.*Signaler$/ }).waitFor();
	expect(complaints).toEqual([]);
});
