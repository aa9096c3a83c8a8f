import { createQuerier } from '@vigie/kit/clickhouse';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportEvent, ReportFact } from '@vigie/schemas/reports/report-event';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useStream, waitUntil } from './fixture.js';

const clickhouse = await useClickHouse();
const read = createQuerier(clickhouse.clientOf('detector'))({
	sql: `
		SELECT id, version, state, platform, step, failureKind, arraySort(territories) AS territories, body, level, effectiveFrom
		FROM state.reports
		ORDER BY id`,
	params: z.object({}),
	row: z.record(z.string(), z.unknown()),
});

const ID = 'r-3f0c9a7e51b24d6890aa12cd';
const facts: readonly ReportFact[] = [
	{
		type: 'opened',
		platform: 'CAF_MON_COMPTE',
		step: null,
		failureKind: 'NIR_PROVISOIRE',
		territory: 'FR',
		body: 'CNAF',
		level: 'signal',
		band: '10-19',
		sentence: { key: 'drift.country.signal', parameters: {} },
		onset: '2026-11-09T23:00:00Z',
		asOf: '2026-11-10T06:00:00Z',
		signal: 'a'.repeat(32),
		signalVersion: 1,
	},
	{
		type: 'signal_attached',
		signal: 'b'.repeat(32),
		signalVersion: 3,
		level: 'strong',
		territory: 'R11',
		band: '20-49',
		asOf: '2026-11-11T06:00:00Z',
	},
	{ type: 'level_changed', level: 'strong' },
	{ type: 'seen' },
	{ type: 'reassigned', reason: 'HORS_PERIMETRE', text: null, target: 'CNAM' },
	{ type: 'seen' },
	{ type: 'acknowledged' },
	{ type: 'mended', reason: 'CORRECTIF_DEPLOYE', text: null, effectiveFrom: '2026-11-12T09:00:00Z' },
	{ type: 'reopened', because: 'signal', signal: 'b'.repeat(32) },
	{ type: 'acknowledged' },
	{ type: 'mended', reason: 'CORRECTIF_DEPLOYE', text: null, effectiveFrom: '2026-11-20T09:00:00Z' },
];

const events = facts.map(
	(fact, index): ReportEvent => ({
		contract: '1-0-0',
		report: ID,
		version: index + 1,
		at: new Date(Date.UTC(2026, 10, 10, index)).toISOString(),
		actor: { kind: 'reporter' },
		fact,
	}),
);

test('what the store says of a report is what its events make of it, after each of them, and none counts twice', async () => {
	const stream = await useStream();
	await stream.startLoader(clickhouse.configOf('loader'));
	const send = (event: ReportEvent) =>
		stream.send([{ key: event.report, value: JSON.stringify(event) }], 'reports.v1');
	await stream.send([{ key: 'writer', value: JSON.stringify({ writer: 'x' }) }], 'reports.v1');

	let report: Report | null = null;
	for (const event of events) {
		report = applyEvent(report, event);
		await send(event);
		await waitUntil(async () => (await read({}))[0]?.version === event.version, `version ${event.version}`);

		expect(await read({})).toEqual([
			{
				id: ID,
				version: report.version,
				state: report.state,
				platform: report.platform,
				step: report.step,
				failureKind: report.failureKind,
				territories: [...report.territories].sort(),
				body: report.body,
				level: report.level,
				effectiveFrom: report.effectiveFrom,
			},
		]);
	}
	for (const event of events) await send(event);
	const [first] = events;
	if (first) await send({ ...first, report: 'r-000000000000000000000000' });
	await waitUntil(async () => (await read({})).length === 2, 'the report sent last');

	expect((await read({}))[1]).toMatchObject({ version: events.length });
});
