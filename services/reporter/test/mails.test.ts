import { plainText, useMailbox } from '@vigie/test/use-mailbox';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const mailbox = await useMailbox();
const stack = await useReporter();
const env = { VIGIE_SMTP_URL: mailbox.url, VIGIE_MAIL_FROM: 'vigie@example.org' };
const reporter = await stack.startReporter(env);
const recipient = (id: string, body: string, email: string) =>
	stack.register({ type: 'recipient', id, body, email, active: true });
const reportOn = async (platform: string) => {
	const row = await waitUntil(
		async () => (await reporter.list()).reports.find((report) => report.platform === platform),
		`a report on ${platform}`,
	);
	return reporter.detail(row.id);
};

test('a body is told by e-mail, in plain French, in text and HTML, with one link and no figure but a band', async () => {
	await recipient('cnaf-1', 'CNAF', 'signalements@example.org');
	await stack.publish(signalOf());

	const detail = await waitUntil(async () => {
		const now = await reportOn('CAF_MON_COMPTE');
		return now.state === 'sent' && now;
	}, 'a report sent');

	expect(mailbox.mails).toHaveLength(1);
	const raw = mailbox.mails[0] ?? '';
	expect(raw).toContain(`Message-ID: <${detail.id}.1.email.cnaf-1@example.org>`);
	expect(raw).toContain(`Idempotency-Key: ${detail.id}.1.email.cnaf-1`);
	expect(raw).toMatch(/multipart\/alternative[\s\S]*text\/plain[\s\S]*text\/html/);
	const text = plainText(raw);
	expect(text).toContain('Données de démonstration');
	expect(text).toContain('Signalé par de 10 à 19 structures');
	expect(text).toContain('Accuser réception avant la fin du');
	expect(new Set(text.match(/https?:\/\/[^\s"<]+/g))).toEqual(
		new Set([`http://127.0.0.1:8080/organisme/?signalement=${detail.id}`]),
	);
	expect(detail.deliveries).toMatchObject([{ channel: 'email', recipient: 'cnaf-1', outcome: 'delivered' }]);
	expect(JSON.stringify(detail)).not.toContain('signalements@example.org');
});

test('an address that bounces is told, once, and nothing of it is lost: the report waits to be read', async () => {
	await recipient('cnam-1', 'CNAM', 'gone@example.org');
	await stack.publish(
		signalOf({ id: 'b'.repeat(32), coordinates: { ...signalOf().coordinates, platform: 'AMELI' } }),
	);

	const detail = await waitUntil(async () => {
		const now = await reportOn('AMELI');
		return now.deliveries.length > 0 && now;
	}, 'a delivery');

	expect(detail.deliveries).toMatchObject([{ outcome: 'refused', reason: 'smtp_550', attempts: 1 }]);
	expect(detail.state).toBe('opened');
	expect((await reporter.detail(detail.id, 'CNAM')).state).toBe('seen');
});

test('a body without a recipient is a figure for the administrator, and is told as soon as it has one', async () => {
	await stack.publish(
		signalOf({ id: 'c'.repeat(32), coordinates: { ...signalOf().coordinates, platform: 'ANTS' } }),
	);
	await reportOn('ANTS');
	const metrics = await (await fetch(`${reporter.url}/metrics`)).text();
	expect(metrics).toMatch(/reports_without_recipient\{[^}]*\} 1\n/);
	const before = mailbox.mails.length;
	await recipient('ants-1', 'ANTS', 'ants@example.org');

	// A level that rises is another step to tell: the queue is filled at once.
	await stack.publish(
		signalOf({
			id: 'c'.repeat(32),
			version: 2,
			level: 'strong',
			coordinates: { ...signalOf().coordinates, platform: 'ANTS' },
		}),
	);

	await waitUntil(() => mailbox.mails.length === before + 1, 'a mail');
	expect(plainText(mailbox.mails.at(-1) ?? '')).toContain('Devenu un signal fort');
});
