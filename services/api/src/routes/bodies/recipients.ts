import { actorOf } from '@vigie/kit/access/audit-log';
import { newId } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RecordOf } from '@vigie/schemas/registry';
import { type Recipient, RecipientDraft } from '@vigie/schemas/settings';
import type { FastifyInstance } from 'fastify';
import type { AdminOptions } from '../admin/structures.js';
import { bodyOfPath, knownBody } from './body-of-path.js';

const writing = { config: { action: 'settings:write', bodyOf: bodyOfPath } } as const;

/** recipientOf gives a mailbox as an answer shows it. */
export const recipientOf = ({ id, email, active }: RecordOf<'recipient'>): Recipient => ({
	id,
	email,
	active,
});

/** recipientsRoute says to which mailboxes the reports of a body go. One that is removed stays in the registry, and gets nothing any more. */
export const recipientsRoute = async (
	server: FastifyInstance,
	{ registry, writer, audit }: AdminOptions,
): Promise<void> => {
	server.post('/bodies/:body/recipients', writing, async (request, reply) => {
		const { body } = knownBody(request.params);
		const { email } = RecipientDraft.parse(request.body);
		const record: RecordOf<'recipient'> = { type: 'recipient', id: newId(), body, email, active: true };
		await audit.write({
			actor: actorOf(request.subject),
			action: 'recipient.written',
			target: record.id,
			body,
		});
		await writer.change(() => [record]);
		return reply.code(201).send(recipientOf(record));
	});

	server.delete('/bodies/:body/recipients/:id', writing, async (request) => {
		const { body, id } = knownBody(request.params);
		const removed = (): RecordOf<'recipient'> => {
			const known = registry.find('recipient', id);
			if (known?.body !== body) throw new ProblemError('not_found');
			return { ...known, active: false };
		};
		removed();
		await audit.write({ actor: actorOf(request.subject), action: 'recipient.removed', target: id, body });
		await writer.change(() => [removed()]);
		return recipientOf(removed());
	});
};
