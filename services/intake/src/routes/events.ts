import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';
import type { Acceptance } from '../acceptance.js';
import type { Desk } from '../desk.js';
import { senderOf } from '../plugins/sender.js';

export interface EventsOptions {
	readonly desk: Desk;
	readonly acceptance: Acceptance;
}

/** eventsRoute is `POST /v1/events`: one event from a device or a key, 202 once Kafka acknowledged it. */
export const eventsRoute = async (
	server: FastifyInstance,
	{ desk, acceptance }: EventsOptions,
): Promise<void> => {
	server.post('/v1/events', { config: { action: 'event:send' } }, async (request, reply) => {
		const opened = desk.open(senderOf(request));
		const { judge } = opened instanceof Promise ? await opened : opened;
		const judged = judge(request.body);
		if (!judged.ok) throw new ProblemError('invalid_request', { errors: judged.errors });
		const { id, revision } = judged.admitted.event;
		const [outcome] = await acceptance.add([judged.admitted]);
		if (!outcome || outcome.kind === 'conflict') throw new ProblemError('conflict');
		// Written by hand: a validated id and a slot hold nothing to escape.
		const receipt = `{"id":"${id}","revision":${revision},"receivedSlot":"${outcome.receivedSlot}"}`;
		return reply.code(202).type('application/json').send(receipt);
	});
};
