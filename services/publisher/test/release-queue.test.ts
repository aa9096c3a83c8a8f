import { runRelease } from '@vigie/publisher/command/release';
import { addWeeks, weekBounds, weekOf } from '@vigie/schemas/calendar';
import { expect, it, vi } from 'vitest';
import { useRunningPublisher } from './running-publisher.js';
import { manifestsOf } from './store.js';

const present = weekOf(new Date());
const beforeLast = addWeeks(present, -2);
// The world began two weeks ago: the week before last is due by itself; those before are closed when asked for.
const publisher = await useRunningPublisher(weekBounds(beforeLast).start.toISOString());

it('makes the keys of the present week and of the four next, before anything else', async () => {
	for (let ahead = 0; ahead <= 4; ahead += 1)
		expect(await publisher.keys.read(`weeks/${addWeeks(present, ahead)}`), `${ahead} ahead`).not.toBeNull();
	expect(await publisher.keys.read(`weeks/${addWeeks(present, -1)}`)).toBeNull();
});

it('closes by itself the weeks that are due', async () => {
	await vi.waitFor(async () => expect(await manifestsOf(publisher.store)).toContain(beforeLast), {
		timeout: 20_000,
		interval: 100,
	});
	expect(await manifestsOf(publisher.store)).not.toContain(present);
});

it('closes a week only when the loader has committed its watermark', async () => {
	const week = addWeeks(beforeLast, -10);
	await publisher.send(5);
	await publisher.commit(4);

	const closing = publisher.queue.close({ week, watermark: { 0: '5' } });
	const early = await Promise.race([
		closing,
		publisher.queue.close({ week }).then(() => 'closed'),
		later(1_500),
	]);
	expect(early).toBe('still waiting');
	expect(await manifestsOf(publisher.store)).not.toContain(week);
	await publisher.commit(5);

	expect(await closing).toMatchObject({
		outcome: 'released',
		week,
		releases: [{ release: week, again: false }],
	});
	expect(await manifestsOf(publisher.store)).toContain(week);
});

it('closes weeks in the order in which they were asked for', async () => {
	const weeks = [-9, -8, -7].map((count) => addWeeks(beforeLast, count));
	const ended: string[] = [];

	await Promise.all(
		weeks.map(async (week) => {
			const { outcome } = await publisher.queue.close({ week, watermark: { 0: '5' } });
			ended.push(`${week} ${outcome}`);
		}),
	);

	expect(ended).toEqual(weeks.map((week) => `${week} released`));
});

it('says, on the command line, what was released', async () => {
	const said: string[] = [];
	const week = addWeeks(beforeLast, -6);

	expect(await runRelease(['--week', week], publisher.env, (line) => said.push(line))).toBe(0);
	expect(said[0]).toMatch(new RegExp(`^${week} : publiée, empreinte [0-9a-f]{64}$`));
});

it.each([
	[['--week', present], 1, 'encore ouverte'],
	[['--week', '2026-W99'], 2, 'Usage'],
	[[], 2, 'Usage'],
	[['--weak', present], 2, 'Usage'],
])('says, on the command line, why %j releases nothing', async (args, code, reason) => {
	const said: string[] = [];

	expect(await runRelease(args, publisher.env, (line) => said.push(line))).toBe(code);
	expect(said.join()).toContain(reason);
});

it('says, on the command line, that nothing runs', async () => {
	const said: string[] = [];
	const env = { ...publisher.env, REDIS_URL: 'redis://127.0.0.1:21499' };

	expect(await runRelease(['--week', beforeLast], env, (line) => said.push(line))).toBe(1);
	expect(said.join()).toContain('Redis ne répond pas');
});

it('tells an operator that it is ready, and its figures', async () => {
	expect(await (await fetch(`${publisher.url}/health/ready`)).json()).toEqual({
		ready: true,
		missing: [],
		silent: [],
	});
	const figures = await (await fetch(`${publisher.url}/metrics`)).text();

	expect(figures).toMatch(/releases_total\{level="week",service="publisher"\} [1-9]/);
	expect(figures).toMatch(/release_seconds_count\{service="publisher"\} [1-9]/);
	expect(figures).toContain('release_wait_seconds');
});

const later = (ms: number): Promise<'still waiting'> =>
	new Promise((resolve) => {
		setTimeout(() => resolve('still waiting'), ms);
	});
