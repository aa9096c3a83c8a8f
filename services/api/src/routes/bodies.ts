import type { BodySettings } from '@vigie/schemas/settings';
import type { FastifyInstance } from 'fastify';
import { bodyOfPath, knownBody } from './bodies/body-of-path.js';
import { bodyKeysRoute, keysOfBody } from './bodies/keys.js';
import { recipientOf, recipientsRoute } from './bodies/recipients.js';
import { replyRoute } from './bodies/reply.js';
import { type WebhooksOptions, webhookOf, webhooksRoute } from './bodies/webhooks.js';

/** bodiesRoutes are where the reports of a body go: read and changed by its own people who answer, and by administrators. */
export const bodiesRoutes = async (server: FastifyInstance, options: WebhooksOptions): Promise<void> => {
	const { registry } = options;
	await server.register(recipientsRoute, options);
	await server.register(webhooksRoute, options);
	await server.register(bodyKeysRoute, options);
	await server.register(replyRoute, options);

	server.get(
		'/bodies/:body/settings',
		{ config: { action: 'settings:read', bodyOf: bodyOfPath } },
		async (request, reply) => {
			const { body } = knownBody(request.params);
			const ofBody = (record: { readonly body: string }): boolean => record.body === body;
			return reply.header('cache-control', 'no-store').send({
				body,
				recipients: registry.all('recipient').filter(ofBody).map(recipientOf),
				webhooks: registry.all('webhook').filter(ofBody).map(webhookOf),
				keys: keysOfBody(registry, body),
			} satisfies BodySettings);
		},
	);
};
