import { isIP } from 'node:net';
import type { RecordOf } from '@vigie/schemas/registry';
import { Agent, request } from 'undici';
import { z } from 'zod';
import { SendingFailed, SendingRefused } from './attempt.js';
import { isPrivate, publicLookup } from './private-addresses.js';
import { signWebhook } from './sign-webhook.js';

/** SendWebhook posts a body to a webhook, signed; the key is its webhook-id, the same at every try. */
export type SendWebhook = (
	webhook: RecordOf<'webhook'>,
	key: string,
	body: string,
	at: Date,
) => Promise<void>;

export interface WebhookOptions {
	/** The key that secrets are derived from. */
	readonly secrets: Buffer;
	/** For a demonstration and for tests: receivers on this machine, in clear. */
	readonly loopback: 'refuse' | 'allow';
	/** How long a receiver may take to answer. */
	readonly patienceMs?: number;
}

const PATIENCE_MS = 15_000;
const Named = z.object({ code: z.string() });

const judged = (error: unknown): Error => {
	if (error instanceof SendingRefused || error instanceof SendingFailed) return error;
	if (error instanceof Error && error.name === 'TimeoutError') return new SendingFailed('timeout');
	const named = Named.safeParse(error);
	const code = named.success ? named.data.code.toLowerCase().replaceAll(/[^a-z0-9]/g, '_') : 'network';
	return new SendingFailed(code.slice(0, 48));
};

/** What a receiver answers for good: gone, forbidden, unknown. Others may pass. */
const isFinal = (status: number): boolean => status === 410 || (status >= 300 && status < 400);

const requirePublic = (url: URL): void => {
	const host = url.hostname.replace(/^\[|\]$/g, '');
	if (url.protocol !== 'https:') throw new SendingRefused('not_https');
	// A name is judged when it is resolved for the connection; an address is not resolved.
	if (isIP(host) !== 0 && isPrivate(host)) throw new SendingRefused('address_refused');
};

/** openWebhooks makes the way out by webhook: to the public internet only, no redirect followed, and nothing of the answer kept but its status. */
export const openWebhooks = ({
	secrets,
	loopback,
	patienceMs = PATIENCE_MS,
}: WebhookOptions): { readonly send: SendWebhook; readonly close: () => Promise<void> } => {
	const agent = new Agent({
		connect: { timeout: 5_000, ...(loopback === 'refuse' && { lookup: publicLookup }) },
	});
	return {
		send: async (webhook, key, body, at) => {
			try {
				const url = new URL(webhook.url);
				if (loopback === 'refuse') requirePublic(url);
				const answer = await request(url, {
					method: 'POST',
					dispatcher: agent,
					headers: {
						'content-type': 'application/json',
						'user-agent': 'Vigie',
						...signWebhook(secrets, webhook, { id: key, at, body }),
					},
					body,
					signal: AbortSignal.timeout(patienceMs),
				});
				await answer.body.dump({ limit: 16_384 });
				const { statusCode } = answer;
				if (statusCode >= 200 && statusCode < 300) return;
				const code = `http_${statusCode}`;
				throw isFinal(statusCode) ? new SendingRefused(code) : new SendingFailed(code);
			} catch (error) {
				throw judged(error);
			}
		},
		close: () => agent.destroy(),
	};
};
