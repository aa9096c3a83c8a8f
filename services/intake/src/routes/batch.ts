import { ProblemError } from '@vigie/kit/problem-plugin';
import { EventId } from '@vigie/schemas/events/envelope';
import { Batch, type BatchReceipt } from '@vigie/schemas/http';
import type { FieldError } from '@vigie/schemas/problem';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Acceptance } from '../acceptance.js';
import type { Desk } from '../desk.js';
import { senderOf } from '../plugins/sender.js';

export interface BatchOptions {
	readonly desk: Desk;
	readonly acceptance: Acceptance;
}

/** Five hundred events of the longest kind, with room to spare. */
const BODY_LIMIT = 1_000_000;

type Refused = BatchReceipt['refused'][number];

const WithId = z.object({ id: EventId });

const refuse = (index: number, body: unknown, errors: readonly FieldError[]): Refused => {
	const known = WithId.safeParse(body);
	// An id that is no UUID is not repeated: it could be anything.
	return { index, id: known.success ? known.data.id : null, errors: [...errors] };
};

const conflict: readonly FieldError[] = [{ path: 'revision', code: 'conflict' }];

/** batchRoute is `POST /v1/events/batch`: at most 500 events from an API key, each judged alone, all written as one. */
export const batchRoute = async (
	server: FastifyInstance,
	{ desk, acceptance }: BatchOptions,
): Promise<void> => {
	server.post(
		'/v1/events/batch',
		{ bodyLimit: BODY_LIMIT, config: { action: 'batch:send' } },
		async (request, reply) => {
			const sender = senderOf(request);
			if (sender.channel !== 'API_PARTENAIRE') throw new ProblemError('missing_scope');
			const { receivedSlot, judge } = await desk.open(sender);
			const { events } = Batch.parse(request.body);

			const judged = events.map(judge);
			const admitted = judged.flatMap((entry) => (entry.ok ? entry.admitted : []));
			const outcomes = admitted.length > 0 ? await acceptance.add(admitted) : [];

			const refused: Refused[] = [];
			let next = 0;
			judged.forEach((entry, index) => {
				if (!entry.ok) refused.push(refuse(index, events[index], entry.errors));
				else if (outcomes[next++]?.kind === 'conflict') refused.push(refuse(index, events[index], conflict));
			});
			const receipt: BatchReceipt = { accepted: events.length - refused.length, receivedSlot, refused };
			return reply.code(202).send(receipt);
		},
	);
};
