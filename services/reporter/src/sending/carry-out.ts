import type { RecordOf } from '@vigie/schemas/registry';
import type { Report } from '@vigie/schemas/reports/report';
import type { Viewing } from '../views/summary.js';
import { SendingFailed } from './attempt.js';
import type { Sending } from './due-sendings.js';
import { mailOf } from './mail.js';
import type { SendMail } from './send-mail.js';
import type { SendWebhook } from './send-webhook.js';
import { webhookBody } from './webhook-body.js';

export interface Outward {
	readonly viewing: Viewing;
	readonly publicUrl: string;
	readonly find: {
		readonly report: (id: string) => Report | null;
		readonly recipient: (id: string) => RecordOf<'recipient'> | null;
		readonly webhook: (id: string) => RecordOf<'webhook'> | null;
	};
	/** Null while no SMTP server is known. */
	readonly mail: SendMail | null;
	readonly webhook: SendWebhook;
}

/** carryOut sends one message. False when there is nobody to send it to any more: the addressee was removed, or another body must answer now. */
export const carryOut = async (outward: Outward, sending: Sending, mayRepeat: boolean): Promise<boolean> => {
	const { viewing, publicUrl, find } = outward;
	const report = find.report(sending.report);
	if (!report) return false;
	const { key, version } = sending;
	const now = viewing.clock.now();
	if (sending.channel === 'email') {
		const recipient = find.recipient(sending.recipient);
		if (!recipient?.active || recipient.body !== report.body) return false;
		if (!outward.mail) throw new SendingFailed('smtp_unknown');
		const { delays, world } = viewing;
		await outward.mail(
			recipient.email,
			key,
			mailOf({ report, version, now, delays, publicUrl, world, mayRepeat }),
		);
		return true;
	}
	const webhook = find.webhook(sending.recipient);
	if (!webhook?.active || webhook.body !== report.body) return false;
	await outward.webhook(webhook, key, webhookBody(report, version, viewing, publicUrl), now);
	return true;
};
