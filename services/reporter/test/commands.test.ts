import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { Problem } from '@vigie/schemas/problem';
import { PublicReports, ReportDetail } from '@vigie/schemas/reports/http';
import { cleanUp } from '@vigie/test/cleanup';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const stack = await useReporter();
const reporter = await stack.startReporter();
const audited: AuditEntry[] = [];
const audit = await followLog(stack.kafka, `${stack.prefix}audit.v1`, (messages) => {
	for (const { value } of messages) audited.push(AuditEntry.parse(JSON.parse(String(value))));
});
cleanUp(() => audit.close());
const PHONE = 'Par téléphone, le service répond.';

let next = 0;
/** useReport opens a report on a platform of its own and gives its id. */
const platforms = ['CAF_MON_COMPTE', 'AMELI', 'ANTS', 'ANEF', 'IMPOTS', 'FRANCECONNECT'] as const;
const useReport = async () => {
	const platform = platforms[next] ?? 'CAF_MON_COMPTE';
	next += 1;
	await stack.publish(
		signalOf({
			id: String(next).padStart(32, '0'),
			coordinates: { platform, step: null, kind: 'PANNE', territory: 'FR' },
		}),
	);
	return waitUntil(
		async () => (await reporter.list()).reports.find((report) => report.platform === platform),
		`a report on ${platform}`,
	);
};
const command = (id: string, reader: string | null, body: object) =>
	reporter.ask(`/v1/reports/${id}/commands`, reader, body);
const codeOf = async (response: Response) => Problem.parse(await response.json()).code;

test('the first reading of the body is written, once; an administrator’s is not', async () => {
	const { id, body } = await useReport();

	expect((await reporter.detail(id, 'administrator')).state).toBe('opened');
	const first = await reporter.detail(id, `${body}/institution_reader`);
	const second = await reporter.detail(id, body);

	expect([first.state, first.version]).toEqual(['seen', 2]);
	expect(second.version).toBe(2);
	expect(first.actions).toEqual([]);
	expect(second.actions.map((action) => action.command)).toEqual([
		'acknowledge',
		'reassign',
		'say-not-reproduced',
		'contest',
		'reply',
	]);
});

test('who writes sees its own write in the answer, and the field reads it, without any account nor hour', async () => {
	const { id, body, version } = await useReport();
	await command(id, body, { command: 'acknowledge', expectedVersion: version });

	const answer = await command(id, body, {
		command: 'publish-workaround',
		expectedVersion: 3,
		text: PHONE,
		validUntil: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
	});

	const detail = ReportDetail.parse(await answer.json());
	expect([answer.status, detail.state, detail.version]).toEqual([200, 'workaround_published', 4]);
	const field = PublicReports.parse(await (await reporter.ask('/v1/reports/public', null)).json());
	const told = field.reports.find((report) => report.id === id);
	expect(told?.workaround?.text).toBe(PHONE);
	expect(told?.life.map(({ type }) => type)).toEqual(['opened', 'acknowledged', 'workaround_published']);
	expect(JSON.stringify(field)).not.toMatch(/a-0{32}|account/);
});

test('nobody without a name, no other body, no reader, no administrator answers; what is not theirs is not there', async () => {
	const { id, body, version } = await useReport();
	const acknowledge = { command: 'acknowledge', expectedVersion: version };

	expect((await command(id, null, acknowledge)).status).toBe(401);
	expect((await command(id, 'CCMSA', acknowledge)).status).toBe(404);
	expect((await reporter.ask(`/v1/reports/${id}`, 'CCMSA')).status).toBe(404);
	expect((await command(id, `${body}/institution_reader`, acknowledge)).status).toBe(403);
	expect(await codeOf(await command(id, 'administrator', acknowledge))).toBe('forbidden');
	expect((await reporter.ask('/v1/reports', null)).status).toBe(401);
	expect((await reporter.list('CCMSA')).reports).toEqual([]);
	expect((await reporter.detail(id)).version).toBe(version);
});

test('late, twice, with an unknown reason, with a name in it, in a wrong state: each refusal says why and nothing is done', async () => {
	const { id, body, version } = await useReport();
	expect((await command(id, body, { command: 'acknowledge', expectedVersion: version })).status).toBe(200);
	const contest = { command: 'contest', expectedVersion: 3, reason: 'REGLE_DE_DROIT' };

	const refusals = [
		await command(id, body, { command: 'acknowledge', expectedVersion: version }),
		await command(id, body, { command: 'acknowledge', expectedVersion: 3 }),
		await command(id, body, { ...contest, reason: 'PARCE_QUE' }),
		await command(id, body, { ...contest, text: 'Mme Martin a tort, 06 12 34 56 78' }),
		await command(id, body, { ...contest, text: 'x'.repeat(501) }),
		await command(id, body, { ...contest, nom: 'x' }),
		await command(id, body, { command: 'confirm', expectedVersion: 3 }),
		await command('r-000000000000000000000000', body, contest),
	];

	expect(refusals.map(({ status }) => status)).toEqual([409, 422, 422, 422, 422, 422, 422, 404]);
	expect(await Promise.all(refusals.map(codeOf))).toEqual([
		'stale_version',
		'wrong_state',
		...Array(5).fill('invalid_request'),
		'not_found',
	]);
	expect((await reporter.detail(id)).version).toBe(3);
	expect((await command(id, body, contest)).status).toBe(200);
	// An administrator sees that a body tried in vain, and why; each kind of refusal once.
	const told = () => audited.filter(({ action, target }) => action === 'command.refused' && target === id);
	await waitUntil(() => told().length >= 3, 'refusals in the log of administration');
	expect(told().map(({ detail }) => detail)).toEqual(['stale_version', 'wrong_state', 'invalid_request']);
	expect(told()[0]).toMatchObject({ actor: { kind: 'account' }, body });
});

test('a report goes to another body in one step, which reads it as its own; the first still reads what became of it', async () => {
	const { id, body, version } = await useReport();
	await reporter.detail(id, body);

	const sent = await command(id, body, {
		command: 'reassign',
		expectedVersion: version,
		reason: 'HORS_PERIMETRE',
		target: 'DINUM',
	});

	const detail = ReportDetail.parse(await sent.json());
	expect([detail.state, detail.body, detail.firstBody]).toEqual(['reassigned', 'DINUM', body]);
	expect(detail.actions).toEqual([]);
	expect(
		(await reporter.detail(id, 'DINUM')).actions.find((action) => action.command === 'reassign')?.needs
			.targets,
	).toEqual([body]);
	expect((await reporter.list(body)).reports.map((report) => report.id)).toContain(id);
});

test('of two answers at once one is taken, and the other is told that it is late', async () => {
	const { id, body, version } = await useReport();

	const answers = await Promise.all(
		Array.from({ length: 2 }, () => command(id, body, { command: 'acknowledge', expectedVersion: version })),
	);

	expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});
