import { hkdfSync } from 'node:crypto';

/** WEBHOOK_KEY is the name, in the key directory, of the key that secrets of webhooks are derived from. */
export const WEBHOOK_KEY = 'webhooks';

const SECRET_BYTES = 32;

/** webhookSecret derives the secret of a webhook's generation: it is stored nowhere, and a rotation is the next generation. */
export const webhookSecret = (key: Buffer, webhook: string, generation: number): Buffer =>
	Buffer.from(hkdfSync('sha256', key, 'vigie', `webhook/${webhook}/${generation}`, SECRET_BYTES));
