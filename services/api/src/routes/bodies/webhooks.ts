import { actorOf } from '@vigie/kit/access/audit-log';
import { newId } from '@vigie/kit/access/secrets';
import type { KeyDirectory } from '@vigie/kit/keys';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { WEBHOOK_KEY, webhookSecret } from '@vigie/kit/webhook-secret';
import type { RecordOf } from '@vigie/schemas/registry';
import { SecretRotation, type Webhook, WebhookDraft, type WebhookIssued } from '@vigie/schemas/settings';
import type { FastifyInstance } from 'fastify';
import { type AdminOptions, expiryOf } from '../admin/structures.js';
import { bodyOfPath, knownBody } from './body-of-path.js';

export interface WebhooksOptions extends AdminOptions {
	/** Where the key is that secrets are derived from. */
	readonly secretKeys: Pick<KeyDirectory, 'read'>;
}

const writing = { config: { action: 'settings:write', bodyOf: bodyOfPath } } as const;

/** webhookOf gives a webhook as an answer shows it: without its secret. */
export const webhookOf = ({ type: _type, body: _body, ...webhook }: RecordOf<'webhook'>): Webhook => webhook;

/**
 * webhooksRoute says to which addresses the reports of a body are posted. A secret is shown when it is made; after a rotation both secrets
 * sign for a while. Whether an address may be posted to is judged when it is, by what its name resolves to then.
 */
export const webhooksRoute = async (
	server: FastifyInstance,
	{ registry, writer, audit, clock, world, secretKeys }: WebhooksOptions,
): Promise<void> => {
	const issued = async (record: RecordOf<'webhook'>): Promise<WebhookIssued> => {
		const key = await secretKeys.read(WEBHOOK_KEY);
		if (key === null) throw new Error('the webhook key is missing: run the deploy step first');
		const secret = webhookSecret(key, record.id, record.generation);
		return { webhook: webhookOf(record), secret: `whsec_${secret.toString('base64')}` };
	};
	const ofBody = (body: string, id: string): RecordOf<'webhook'> => {
		const known = registry.find('webhook', id);
		if (known?.body !== body) throw new ProblemError('not_found');
		return known;
	};

	server.post('/bodies/:body/webhooks', writing, async (request, reply) => {
		const { body } = knownBody(request.params);
		const { url } = WebhookDraft.parse(request.body);
		if (world === 'real' && new URL(url).protocol !== 'https:')
			throw new ProblemError('invalid_request', { errors: [{ path: 'url', code: 'not_offered' }] });
		const record: RecordOf<'webhook'> = {
			type: 'webhook',
			id: newId(),
			body,
			url,
			generation: 1,
			previousUntil: null,
			active: true,
		};
		const answer = await issued(record);
		await audit.write({
			actor: actorOf(request.subject),
			action: 'webhook.written',
			target: record.id,
			body,
		});
		await writer.change(() => [record]);
		return reply.code(201).header('cache-control', 'no-store').send(answer);
	});

	server.post('/bodies/:body/webhooks/:id/rotate', writing, async (request, reply) => {
		const { body, id } = knownBody(request.params);
		const { overlapDays } = SecretRotation.parse(request.body ?? {});
		const usable = (): RecordOf<'webhook'> => {
			const known = ofBody(body, id);
			if (!known.active) throw new ProblemError('not_found');
			return known;
		};
		usable();
		await audit.write({ actor: actorOf(request.subject), action: 'webhook.rotated', target: id, body });
		await writer.change(() => {
			const known = usable();
			return [{ ...known, generation: known.generation + 1, previousUntil: expiryOf(clock, overlapDays) }];
		});
		return reply.header('cache-control', 'no-store').send(await issued(ofBody(body, id)));
	});

	server.delete('/bodies/:body/webhooks/:id', writing, async (request) => {
		const { body, id } = knownBody(request.params);
		ofBody(body, id);
		await audit.write({ actor: actorOf(request.subject), action: 'webhook.removed', target: id, body });
		await writer.change(() => [{ ...ofBody(body, id), active: false }]);
		return webhookOf(ofBody(body, id));
	});
};
