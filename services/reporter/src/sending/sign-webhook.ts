import { createHmac } from 'node:crypto';
import { webhookSecret } from '@vigie/kit/webhook-secret';
import type { RecordOf } from '@vigie/schemas/registry';

/** signWebhook signs a message as Standard Webhooks say, with the secret of today and, while a rotation overlaps, with the one before. */
export const signWebhook = (
	key: Buffer,
	{ id, generation, previousUntil }: Pick<RecordOf<'webhook'>, 'id' | 'generation' | 'previousUntil'>,
	message: { readonly id: string; readonly at: Date; readonly body: string },
): Readonly<Record<string, string>> => {
	const seconds = Math.floor(message.at.getTime() / 1_000);
	const overlaps = previousUntil !== null && Date.parse(previousUntil) > message.at.getTime();
	const generations = overlaps && generation > 1 ? [generation, generation - 1] : [generation];
	const signatures = generations.map((one) => {
		const secret = webhookSecret(key, id, one);
		const signed = createHmac('sha256', secret).update(`${message.id}.${seconds}.${message.body}`);
		return `v1,${signed.digest('base64')}`;
	});
	return {
		'webhook-id': message.id,
		'webhook-timestamp': String(seconds),
		'webhook-signature': signatures.join(' '),
	};
};
