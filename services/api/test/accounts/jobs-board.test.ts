import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { CSRF_HEADER, Me } from '@vigie/schemas/accounts/session';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { Queue } from 'bullmq';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { codeOf, readAs } from '../fixture.js';
import { signIn } from './use-identity.js';
import { usePeople } from './use-people.js';

const clickhouse = await useClickHouse();
const api = await usePeople(clickhouse);
const alix = await signIn(api.url, 'alix');
const board = `${api.url}/v1/admin/jobs`;

const { hostname: host, port } = new URL(api.redis);
const reports = new Queue('reports', {
	connection: { host, port: Number(port) },
	prefix: `${api.prefix}vigie`,
});
cleanUp(() => reports.close());

test('an administrator sees the queues of the services and what waits in them, and can change nothing', async () => {
	const job = await reports.add('send', { key: 'r-1.1.email.box' }, { delay: 3_600_000 });
	const Queues = z.object({
		queues: z.array(z.looseObject({ name: z.string(), readOnlyMode: z.boolean() })),
	});
	const { queues } = await readAs(
		await alix.fetch(`${board}/api/queues?activeQueue=reports&status=delayed&page=1&jobsPerPage=10`),
		Queues,
	);
	expect(queues.map(({ name, readOnlyMode }) => [name, readOnlyMode]).sort()).toEqual([
		['detection', true],
		['releases', true],
		['reports', true],
	]);
	expect(JSON.stringify(queues)).toContain('r-1.1.email.box');

	const { csrf } = await readAs(await alix.fetch(`${api.url}/v1/me`), Me);
	for (const [method, path] of [
		['PUT', `/api/queues/reports/${job.id}/clean`],
		['PUT', `/api/queues/reports/${job.id}/promote`],
		['PUT', '/api/queues/reports/pause'],
		['PUT', '/api/queues/reports/empty'],
		['POST', '/api/queues/reports/add'],
	] as const) {
		const answer = await alix.fetch(`${board}${path}`, { method, headers: { [CSRF_HEADER]: csrf ?? '' } });
		expect([404, 405], `${method} ${path}`).toContain(answer.status);
	}
	expect(await reports.getDelayedCount()).toBe(1);
	expect(await reports.isPaused()).toBe(false);
});

test('opening the board is written down, and its page may fetch nothing from elsewhere', async () => {
	const kafka = createKafka({ KAFKA_BROKERS: api.brokers }, 'jobs-board', createLogger('test', 'silent'));
	const opened: AuditEntry[] = [];
	const log = await followLog(kafka, topicsWithPrefix(api.prefix).audit, (messages) => {
		for (const { value } of messages) {
			const entry = AuditEntry.parse(JSON.parse(String(value)));
			if (entry.action === 'jobs.opened') opened.push(entry);
		}
	});
	cleanUp(() => log.close());
	const page = await alix.fetch(`${board}/`);

	expect(page.status).toBe(200);
	expect(page.headers.get('content-security-policy')).toMatch(
		/^default-src 'none'; script-src 'self'; style-src 'self';/,
	);
	const [script = ''] = /static\/js\/main[^"]+/.exec(await page.text()) ?? [];
	expect((await alix.fetch(`${board}/${script}`)).status).toBe(200);
	await vi.waitUntil(() => opened.length > 0, { timeout: 20_000, interval: 50 });
	expect(opened).toMatchObject([{ actor: { kind: 'account', account: api.account('alix') } }]);
});

test.each([
	['/', 'nobody'],
	['/api/queues', 'nobody'],
	['/static/css/main.css', 'nobody'],
	['/', 'noa'],
	['/api/queues', 'camille'],
])('%s is not shown to %s', async (path, person) => {
	const response =
		person === 'nobody'
			? await fetch(`${board}${path}`)
			: await (await signIn(api.url, person)).fetch(`${board}${path}`);

	expect([response.status, await codeOf(response)]).toEqual(
		person === 'nobody' ? [401, 'missing_credentials'] : [403, 'forbidden'],
	);
});
