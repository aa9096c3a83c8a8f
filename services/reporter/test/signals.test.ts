import { Problem } from '@vigie/schemas/problem';
import { SendingStates } from '@vigie/schemas/settings';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const stack = await useReporter();
const reporter = await stack.startReporter();
const HOUR_MS = 60 * 60_000;
const hour = (ms: number): string => `${new Date(ms).toISOString().slice(0, 13)}:00:00Z`;

const elsewhere = { platform: 'ANTS', step: null, kind: null, territory: 'FR' } as const;
const reportOn = async (platform: string) =>
	waitUntil(
		async () => (await reporter.list()).reports.find((report) => report.platform === platform),
		`a report on ${platform}`,
	);
/** sentinel waits until a signal published after others was followed: then they were, too. */
const sentinel = async (platform: string): Promise<void> => {
	const id = platform
		.toLowerCase()
		.replaceAll(/[^a-f0-9]/g, '0')
		.padEnd(32, '0')
		.slice(0, 32);
	await stack.publish(signalOf({ id, coordinates: { ...elsewhere, platform } }));
	await reportOn(platform);
};

test('a signal opens a report for the body that owns the platform; one to watch opens none; the same failure elsewhere attaches', async () => {
	await stack.publish(signalOf());
	await stack.publish(signalOf());
	await stack.publish(
		signalOf({
			id: 'b'.repeat(32),
			level: 'strong',
			band: '20-49',
			coordinates: { ...signalOf().coordinates, territory: 'R11' },
		}),
	);
	await stack.publish(signalOf({ id: 'c'.repeat(32), level: 'watch', coordinates: elsewhere }));
	await sentinel('AMELI');

	const { reports, counts } = await reporter.list();
	expect(reports.map(({ platform, body, level }) => [platform, body, level])).toEqual([
		['CAF_MON_COMPTE', 'CNAF', 'strong'],
		['AMELI', 'CNAM', 'signal'],
	]);
	expect(counts).toEqual({ opened: 2 });
	const [caf] = reports;
	expect(caf?.territories).toEqual(['FR', 'R11']);
	const { life } = await reporter.detail(caf?.id ?? '');
	expect(life.map(({ type, by }) => [type, by.kind])).toEqual([
		['opened', 'reporter'],
		['signal_attached', 'reporter'],
		['level_changed', 'reporter'],
	]);
});

test('without a server of mail a mailbox is told nothing: an administrator sees that nobody is told for its body', async () => {
	await stack.register({
		type: 'recipient',
		id: 'no-way',
		body: 'CNAM',
		email: 'suivi@cnam.example',
		active: true,
	});
	await stack.register({
		type: 'webhook',
		id: 'a-way',
		body: 'ANTS',
		url: 'https://127.0.0.1:9/',
		generation: 1,
		previousUntil: null,
		active: true,
	});
	// Registered after it: known after it.
	await waitUntil(
		async () =>
			(await reporter.ask('/v1/bodies/ANTS/webhooks/a-way/test', 'administrator', {})).status === 200,
		'a webhook that is known',
	);

	const answer = await reporter.ask('/v1/admin/sendings', 'administrator');
	const { bodies } = SendingStates.parse(await answer.json());
	expect(bodies.find(({ body }) => body === 'CNAM')?.addressees).toBe(0);
});

test('an answer of the body, a verdict of the field, and the failure that comes back: the report follows', async () => {
	const { id } = await reportOn('CAF_MON_COMPTE');
	const now = Date.now();
	const effectiveFrom = hour(now - 48 * HOUR_MS);
	const act = async (command: object) => {
		const { version } = await reporter.detail(id, 'CNAF');
		const answer = await reporter.ask(`/v1/reports/${id}/commands`, 'CNAF', {
			expectedVersion: version,
			...command,
		});
		expect(answer.status).toBe(200);
	};
	const mend = (from: string) =>
		act({ command: 'say-mended', reason: 'CORRECTIF_DEPLOYE', effectiveFrom: from });
	const until = (state: string) =>
		waitUntil(async () => (await reporter.detail(id)).state === state, `the state ${state}`);
	const verdict = (
		seed: string,
		says: 'recovered' | 'in-observation' | 'regressed',
		repair: Partial<NonNullable<PublishedSignal['repair']>> = {},
	) =>
		stack.publish(
			signalOf({
				id: seed.repeat(32),
				family: 'verdict',
				verdict: says,
				...(says === 'recovered' && { transition: 'closed', level: 'usual', band: null }),
				repair: { report: id, effectiveFrom, weeksToDecide: null, mended: null, broken: null, ...repair },
			}),
		);
	await act({ command: 'acknowledge' });
	await mend(effectiveFrom);

	await verdict('1', 'in-observation', { weeksToDecide: '2' });
	await until('in_observation');
	// A verdict on an older repair, and on a report that nobody knows, move nothing; a change of its words is kept.
	await verdict('4', 'recovered', { effectiveFrom: hour(now - 480 * HOUR_MS) });
	await verdict('5', 'recovered', { report: `r-${'9'.repeat(24)}` });
	await verdict('1', 'in-observation', { weeksToDecide: '1', mended: '3-5' });
	await waitUntil(
		async () => (await reporter.detail(id)).repair?.weeksToDecide === '1',
		'the words of the verdict',
	);
	expect(await reporter.detail(id)).toMatchObject({
		state: 'in_observation',
		repair: { verdict: 'in-observation', weeksToDecide: '1', mended: '3-5', broken: null },
	});
	await verdict('2', 'recovered');
	await until('confirmed');
	const { version } = await reporter.detail(id, 'CNAF');
	const onClosed = { command: 'acknowledge', expectedVersion: version };
	const refused = await reporter.ask(`/v1/reports/${id}/commands`, 'CNAF', onClosed);
	expect([refused.status, Problem.parse(await refused.json()).code]).toEqual([422, 'report_closed']);
	await stack.publish(signalOf({ id: 'd'.repeat(32), onset: hour(now - 24 * HOUR_MS) }));
	await until('reopened');
	await act({ command: 'acknowledge' });
	const later = hour(now - 12 * HOUR_MS);
	await mend(later);
	await verdict('3', 'regressed', { effectiveFrom: later });
	await until('reopened');

	const { reports } = await reporter.list('CNAF');
	expect(reports.map((report) => report.id)).toEqual([id]);
	expect(
		(await reporter.detail(id)).life.filter(({ by }) => by.kind === 'field').map(({ type }) => type),
	).toEqual([
		'repair_judged',
		'in_observation',
		'repair_judged',
		'repair_judged',
		'confirmed',
		'signal_attached',
		'reopened',
		'repair_judged',
		'reopened',
	]);
});

test('signals that were read before do nothing after a restart', async () => {
	const before = await reporter.list();
	await reporter.stop();
	const again = await stack.startReporter();
	for (const seed of ['a', 'b', 'd']) await stack.publish(signalOf({ id: seed.repeat(32) }));
	await stack.publish(signalOf({ id: 'e'.repeat(32), coordinates: { ...elsewhere, platform: 'ANEF' } }));
	await waitUntil(
		async () => (await again.list()).reports.some(({ platform }) => platform === 'ANEF'),
		'the last signal',
	);

	const after = await again.list();
	expect(after.reports.filter(({ platform }) => platform !== 'ANEF')).toEqual(before.reports);
});
