import { createHmac } from 'node:crypto';
import { webhookSecret } from '@vigie/kit/webhook-secret';
import { openWebhooks } from '@vigie/reporter/sending/send-webhook';
import type { RecordOf } from '@vigie/schemas/registry';
import { cleanUp } from '@vigie/test/cleanup';
import { type Received, useReceiver } from '@vigie/test/use-receiver';
import { expect, test } from 'vitest';
import { signalOf, useReporter, WEBHOOK_SECRETS, waitUntil } from './use-reporter.js';

const webhookTo = (url: string, id: string, body: string, change: Partial<RecordOf<'webhook'>> = {}) => ({
	type: 'webhook' as const,
	id,
	body,
	url,
	generation: 1,
	previousUntil: null,
	active: true,
	...change,
});

const signatureOf = ({ headers, body }: Received, id: string, generation: number): string =>
	`v1,${createHmac('sha256', webhookSecret(WEBHOOK_SECRETS, id, generation))
		.update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
		.digest('base64')}`;

const stack = await useReporter();
const reporter = await stack.startReporter({ VIGIE_WEBHOOK_LOOPBACK: 'allow' });
let signals = 0;
const openReport = async (platform: string): Promise<void> => {
	signals += 1;
	await stack.publish(
		signalOf({
			id: String(signals).padStart(32, '0'),
			coordinates: { platform, step: null, kind: 'PANNE', territory: 'FR' },
		}),
	);
};
const reportOn = async (platform: string) => {
	const row = await waitUntil(
		async () => (await reporter.list()).reports.find((report) => report.platform === platform),
		`a report on ${platform}`,
	);
	return reporter.detail(row.id);
};

test('a receiver that fails is tried again under the same key, signed by both secrets while a rotation lasts', async () => {
	const receiver = await useReceiver((response, count) => {
		response.statusCode = count < 3 ? 500 : 204;
		response.end();
	});
	const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
	await stack.register(webhookTo(receiver.url, 'cnaf-1', 'CNAF', { generation: 2, previousUntil: tomorrow }));
	await openReport('CAF_MON_COMPTE');

	const detail = await waitUntil(async () => {
		const now = await reportOn('CAF_MON_COMPTE');
		return now.state === 'sent' && now;
	}, 'a report sent');

	const keys = receiver.received.map(({ headers }) => headers['webhook-id']);
	expect(keys).toEqual(Array(3).fill(`${detail.id}.1.webhook.cnaf-1`));
	expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
	for (const one of receiver.received)
		expect(one.headers['webhook-signature']).toBe(
			`${signatureOf(one, 'cnaf-1', 2)} ${signatureOf(one, 'cnaf-1', 1)}`,
		);
	expect(detail.deliveries).toMatchObject([{ channel: 'webhook', outcome: 'delivered', attempts: 3 }]);
	expect(JSON.parse(receiver.received[0]?.body ?? '')).toMatchObject({
		type: 'report.opened',
		data: { world: 'demo', report: { id: detail.id, level: 'signal' } },
	});
});

test('a redirect is not followed, and is told', async () => {
	const target = await useReceiver((response) => void response.end());
	const receiver = await useReceiver(
		(response) => void response.writeHead(307, { location: target.url }).end(),
	);
	await stack.register(webhookTo(receiver.url, 'cnam-1', 'CNAM'));
	await openReport('AMELI');

	const [delivery] = await waitUntil(async () => {
		const { deliveries } = await reportOn('AMELI');
		return deliveries.length > 0 && deliveries;
	}, 'a delivery');

	expect(delivery).toMatchObject({ outcome: 'refused', reason: 'http_307', attempts: 1 });
	expect(target.received).toEqual([]);
});

test('a receiver that hangs holds up nobody else, and is given up after a while', async () => {
	const hanging = await useReceiver(() => undefined);
	const webhooks = openWebhooks({ secrets: WEBHOOK_SECRETS, loopback: 'allow', patienceMs: 100 });
	cleanUp(() => webhooks.close());

	await expect(
		webhooks.send(webhookTo(hanging.url, 'x', 'CNAF'), 'key', '{}', new Date()),
	).rejects.toMatchObject({
		code: 'timeout',
	});
});

test.each([
	['http://93.184.215.14/', 'not_https'],
	['https://127.0.0.1/', 'address_refused'],
	['https://127.1/', 'address_refused'],
	['https://2130706433/', 'address_refused'],
	['https://0x7f.0.0.1/', 'address_refused'],
	['https://0.0.0.0/', 'address_refused'],
	['https://[::1]/', 'address_refused'],
	['https://[::ffff:127.0.0.1]/', 'address_refused'],
	['https://[64:ff9b::7f00:1]/', 'address_refused'],
	['https://[fe80::1]/', 'address_refused'],
	['https://[fd00:ec2::254]/', 'address_refused'],
	['https://169.254.169.254/latest/meta-data/', 'address_refused'],
	['https://10.0.0.1/', 'address_refused'],
	['https://172.31.255.1/', 'address_refused'],
	['https://192.168.1.1/', 'address_refused'],
	['https://100.64.0.1/', 'address_refused'],
	// Names that the machine itself resolves to the loopback.
	['https://localhost/', 'address_refused'],
])('%s is refused when the connection is made', async (url, code) => {
	const webhooks = openWebhooks({ secrets: WEBHOOK_SECRETS, loopback: 'refuse' });
	cleanUp(() => webhooks.close());

	await expect(webhooks.send(webhookTo(url, 'x', 'CNAF'), 'key', '{}', new Date())).rejects.toMatchObject({
		name: 'SendingRefused',
		code,
	});
});

test('a real world refuses to be told that loopback is allowed', async () => {
	await expect(stack.startReporter({ VIGIE_WORLD: 'real', VIGIE_WEBHOOK_LOOPBACK: 'allow' })).rejects.toThrow(
		/VIGIE_WEBHOOK_LOOPBACK/,
	);
});
