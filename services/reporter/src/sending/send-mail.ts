import { createTransport } from 'nodemailer';
import { z } from 'zod';
import { SendingFailed, SendingRefused } from './attempt.js';
import type { Mail } from './mail.js';

/** SendMail hands a mail to the SMTP server; the key makes its Message-ID, so that a repeat is known as such. */
export type SendMail = (to: string, key: string, mail: Mail) => Promise<void>;

const Bounced = z.object({ responseCode: z.int().min(400).max(599) });
const Named = z.object({ code: z.string() });

const judged = (error: unknown): Error => {
	const bounced = Bounced.safeParse(error);
	if (bounced.success) {
		const code = `smtp_${bounced.data.responseCode}`;
		return bounced.data.responseCode >= 500 ? new SendingRefused(code) : new SendingFailed(code);
	}
	const named = Named.safeParse(error);
	return new SendingFailed(
		named.success ? `smtp_${named.data.code.toLowerCase()}`.slice(0, 48) : 'smtp_error',
	);
};

/**
 * openMail makes the way out by e-mail. A hanging server is given up after some seconds, to be tried again. `ca` alone vouches for it when it
 * is not empty.
 */
export const openMail = (
	url: string,
	from: string,
	ca: string,
): { readonly send: SendMail; readonly close: () => void } => {
	const transport = createTransport({
		url,
		connectionTimeout: 10_000,
		greetingTimeout: 10_000,
		socketTimeout: 20_000,
		...(ca && { tls: { ca } }),
		// Never a file nor an address in the place of a content.
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	const domain = from.split('@')[1] ?? 'localhost';
	return {
		send: async (to, key, { subject, text, html }) => {
			try {
				await transport.sendMail({
					from: { name: 'Vigie', address: from },
					to,
					subject,
					text,
					html,
					messageId: `<${key}@${domain}>`,
					headers: { 'Idempotency-Key': key, 'Auto-Submitted': 'auto-generated' },
				});
			} catch (error) {
				throw judged(error);
			}
		},
		close: () => transport.close(),
	};
};
