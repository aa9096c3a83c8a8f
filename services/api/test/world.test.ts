import { nextPublicationOf } from '@vigie/api/world-state';
import { addWeeks, weekOf } from '@vigie/schemas/calendar';
import { WorldState } from '@vigie/schemas/http';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { readAs, useApi } from './fixture.js';
import { publishWeek } from './published.js';

const clickhouse = await useClickHouse();
const lastWeek = addWeeks(weekOf(new Date()), -1);
const none = new Set<string>();

test('an empty real world says when the first publication will be', async () => {
	const api = await useApi(clickhouse, { VIGIE_WORLD: 'real' });
	const state = await readAs(await api.get('/v1/world'), WorldState);

	expect(state).toMatchObject({ world: 'real', lastRelease: null, loading: null });
	expect(Date.parse(state.nextPublication)).toBeGreaterThan(Date.parse(state.now));
});

test('a demonstration tells how much of its history is there, until all of it is', async () => {
	const api = await useApi(clickhouse);
	const firstWeek = addWeeks(lastWeek, -1);
	const history = { type: 'history', id: 'history', firstWeek, lastWeek, weeks: 2 };
	await api.admin('POST', '/admin/registry/import', [history]);

	const before = await readAs(await api.get('/v1/world'), WorldState);
	await publishWeek(clickhouse, firstWeek, { total: [] });
	await publishWeek(clickhouse, lastWeek, { total: [] });
	const another = await useApi(clickhouse);
	await another.admin('POST', '/admin/registry/import', [history]);
	const after = await readAs(await another.get('/v1/world'), WorldState);

	expect(before).toMatchObject({ world: 'demo', loading: { done: 0, total: 2 } });
	expect(after).toMatchObject({ lastRelease: lastWeek, loading: null });
});

// In Paris, 06:00 is 05:00 UTC in winter and 04:00 in summer.
test.each([
	['2026-11-23T06:00:00Z', none, '2026-11-24T05:00:00.000Z', 'Monday: tomorrow'],
	['2026-11-24T04:59:00Z', none, '2026-11-24T05:00:00.000Z', 'Tuesday before six: today'],
	['2026-11-24T05:00:00Z', none, '2026-12-01T05:00:00.000Z', 'Tuesday at six: in a week'],
	['2026-11-23T06:00:00Z', new Set(['2026-W47']), '2026-12-01T05:00:00.000Z', 'released early: in a week'],
	['2026-07-01T12:00:00Z', none, '2026-07-07T04:00:00.000Z', 'in summer'],
	['2026-03-28T12:00:00Z', none, '2026-03-31T04:00:00.000Z', 'over the change of clocks'],
])('at %s the next publication is at %s', (now, released, expected) => {
	expect(nextPublicationOf(new Date(now), released).toISOString()).toBe(expected);
});
