import { AuditEntry } from '@vigie/schemas/accounts/audit';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { DeliveryLog, SendingStates, TestSending } from '@vigie/schemas/settings';
import { cleanUp } from '@vigie/test/cleanup';
import { useMailbox } from '@vigie/test/use-mailbox';
import { useReceiver } from '@vigie/test/use-receiver';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const mailbox = (id: string, body: string, email: string): RegistryRecord => ({
	type: 'recipient',
	id,
	body,
	email,
	active: true,
});
const webhook = (id: string, body: string, url: string): RegistryRecord => ({
	type: 'webhook',
	id,
	body,
	url,
	generation: 1,
	previousUntil: null,
	active: true,
});

const server = await useMailbox();
const stack = await useReporter();
const reporter = await stack.startReporter({
	VIGIE_WEBHOOK_LOOPBACK: 'allow',
	VIGIE_SMTP_URL: server.url,
});
const audited: AuditEntry[] = [];
const audit = await followLog(stack.kafka, `${stack.prefix}audit.v1`, (messages) => {
	for (const { value } of messages) audited.push(AuditEntry.parse(JSON.parse(String(value))));
});
cleanUp(() => audit.close());

/** tested asks for a test once the registry is known; the answer says what the addressee did. */
const tested = async (path: string, who = 'administrator'): Promise<TestSending> => {
	const response = await waitUntil(async () => {
		const answer = await reporter.ask(`/v1/bodies/${path}/test`, who, {});
		return answer.status !== 404 && answer;
	}, `an addressee that is known: ${path}`);
	return TestSending.parse(await response.json());
};

test('a test tells what the addressee answered, says that it is a test, and touches no report', async () => {
	const takes = await useReceiver();
	const refuses = await useReceiver((response) => void response.writeHead(410).end());
	await stack.register(mailbox('box', 'CNAF', 'suivi@caf.example'));
	await stack.register(mailbox('bounces', 'CNAF', 'gone@caf.example'));
	await stack.register(webhook('takes', 'CNAF', takes.url));
	await stack.register(webhook('refuses', 'CNAF', refuses.url));

	expect(await tested('CNAF/recipients/box')).toEqual({ outcome: 'delivered', reason: null });
	expect(await tested('CNAF/recipients/bounces')).toEqual({ outcome: 'refused', reason: 'smtp_550' });
	expect(await tested('CNAF/webhooks/takes', 'CNAF')).toEqual({ outcome: 'delivered', reason: null });
	expect(await tested('CNAF/webhooks/refuses')).toEqual({ outcome: 'refused', reason: 'http_410' });

	expect(server.mails.join()).toContain('Essai');
	expect(JSON.parse(takes.received[0]?.body ?? '')).toMatchObject({ type: 'test', data: { world: 'demo' } });
	expect((await reporter.list()).reports).toEqual([]);
});

test('each test is written down before it goes, by which addressee and body', async () => {
	await stack.register(mailbox('written', 'ANTS', 'suivi@ants.example'));
	await tested('ANTS/recipients/written');

	const entry = await waitUntil(
		() => audited.find(({ target }) => target === 'written'),
		'an entry of the log of administration',
	);
	expect(entry).toMatchObject({ action: 'recipient.tested', body: 'ANTS', actor: { kind: 'account' } });
});

test.each([
	['another body', 'CNAM/institution_answerer', 403],
	['one who only reads', 'CNAF/institution_reader', 403],
	['nobody', null, 401],
])('%s tests nothing of a body', async (_name, who, status) => {
	const response = await reporter.ask('/v1/bodies/CNAF/recipients/box/test', who, {});

	expect(response.status).toBe(status);
});

test('an addressee of another body is not there, whoever asks', async () => {
	const response = await reporter.ask('/v1/bodies/ANTS/recipients/box/test', 'administrator', {});

	expect(response.status).toBe(404);
});

test('the log of a body holds how its sendings ended, and those of no other', async () => {
	await stack.register(mailbox('impots', 'DGFIP', 'suivi@dgfip.example'));
	await stack.publish(
		signalOf({
			id: 'd'.repeat(32),
			coordinates: { platform: 'IMPOTS', step: null, kind: 'PANNE', territory: 'FR' },
		}),
	);
	const logOf = async (body: string, who: string) =>
		DeliveryLog.parse(await (await reporter.ask(`/v1/bodies/${body}/deliveries`, who)).json()).deliveries;
	const [row] = await waitUntil(async () => {
		const rows = await logOf('DGFIP', 'administrator');
		return rows.length > 0 && rows;
	}, 'a sending that ended');

	expect(row).toMatchObject({ recipient: 'impots', channel: 'email', outcome: 'delivered', attempts: 1 });
	expect(await logOf('DGFIP', 'DGFIP/institution_reader')).toEqual([row]);
	expect(await logOf('CNAF', 'CNAF')).toEqual([]);
	expect((await reporter.ask('/v1/bodies/DGFIP/deliveries', 'CNAF')).status).toBe(403);
});

test('what does not arrive is seen by its body and by an administrator, before it is given up', async () => {
	const hanging = await useReceiver(() => undefined);
	await stack.register(webhook('hangs', 'CNAV', hanging.url));
	await stack.register(mailbox('bouncing', 'CCMSA', 'gone@msa.example'));
	// Two reports of one body: its mailbox is one that is not reached.
	await stack.publish(
		signalOf({
			id: 'f'.repeat(32),
			coordinates: { platform: 'MSA', step: 'ENVOI', kind: null, territory: 'FR' },
		}),
	);
	for (const [index, platform] of ['ASSURANCE_RETRAITE', 'MSA', 'CPF'].entries())
		await stack.publish(
			signalOf({
				id: `e${String(index).padStart(31, '0')}`,
				coordinates: { platform, step: null, kind: 'PANNE', territory: 'FR' },
			}),
		);
	const states = await waitUntil(async () => {
		const { deliveries } = DeliveryLog.parse(
			await (await reporter.ask('/v1/bodies/CCMSA/deliveries', 'administrator')).json(),
		);
		const answer = await reporter.ask('/v1/admin/sendings', 'administrator');
		const { bodies } = SendingStates.parse(await answer.json());
		const seen = ['CNAV', 'CCMSA', 'CDC'].map((code) => bodies.find(({ body }) => body === code));
		return seen[0]?.waiting === 1 && deliveries.length === 2 && seen[2] !== undefined && bodies;
	}, 'a receiver that hangs, a mailbox that bounces and a body that nobody is told for');
	const { waiting } = DeliveryLog.parse(
		await (await reporter.ask('/v1/bodies/CNAV/deliveries', 'CNAV/institution_reader')).json(),
	);

	expect(states[0]).toEqual({ body: 'CDC', open: 1, addressees: 0, waiting: 0, undelivered: 0 });
	expect(states).toContainEqual({ body: 'CCMSA', open: 2, addressees: 1, waiting: 0, undelivered: 1 });
	expect(waiting).toMatchObject([{ channel: 'webhook', recipient: 'hangs' }]);
	expect((await reporter.ask('/v1/admin/sendings', 'CNAF')).status).toBe(403);
});
