import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { RecordOf } from '@vigie/schemas/registry';
import type { TestSending } from '@vigie/schemas/settings';
import type { Viewing } from '../views/summary.js';
import { SendingFailed, SendingRefused } from './attempt.js';
import type { SendMail } from './send-mail.js';
import type { SendWebhook } from './send-webhook.js';
import { testMail, testWebhookBody } from './test-message.js';

/** TrySending sends a message that says it is a test, now and once, and tells what became of it. */
export type TrySending = (addressee: RecordOf<'recipient'> | RecordOf<'webhook'>) => Promise<TestSending>;

export interface Ways {
	readonly viewing: Viewing;
	/** Null while no SMTP server is known. */
	readonly mail: SendMail | null;
	readonly webhook: SendWebhook;
	/** Somebody waits for the answer: less than a sending by the clock may take. */
	readonly patienceMs?: number;
}

const PATIENCE_MS = 8_000;

/** outcomeOf waits for a sending no longer than it may take. */
const outcomeOf = async (sending: Promise<void>, patienceMs: number): Promise<TestSending> => {
	const timer = new AbortController();
	const late = delay(patienceMs, undefined, { signal: timer.signal }).then(() => {
		throw new SendingFailed('timeout');
	});
	// Cancelled when the sending was in time; and a sending that fails too late is nobody's any more.
	for (const one of [late, sending]) one.catch(() => undefined);
	try {
		await Promise.race([sending, late]);
		return { outcome: 'delivered', reason: null };
	} catch (error) {
		if (error instanceof SendingRefused) return { outcome: 'refused', reason: error.code };
		if (error instanceof SendingFailed) return { outcome: 'failed', reason: error.code };
		throw error;
	} finally {
		timer.abort();
	}
};

/** trySending makes what tests an addressee. Nothing is tried again, and no report is touched. */
export const trySending =
	({ viewing, mail, webhook, patienceMs = PATIENCE_MS }: Ways): TrySending =>
	async (addressee) => {
		const key = `test.${randomUUID()}`;
		const now = viewing.clock.now();
		if (addressee.type === 'webhook')
			return outcomeOf(webhook(addressee, key, testWebhookBody(viewing.world, now), now), patienceMs);
		if (mail === null) return { outcome: 'failed', reason: 'smtp_unknown' };
		return outcomeOf(mail(addressee.email, key, testMail(addressee.body, viewing.world)), patienceMs);
	};
