import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import {
	type DropDone,
	DropOrder,
	LetterQuery,
	type ReplayDone,
	ReplayOrder,
} from '@vigie/schemas/dead-letters';
import type { FastifyInstance } from 'fastify';
import type { LetterBox } from '../letters/letter-box.js';
import { lookAtLetters } from '../letters/look-at-letters.js';
import type { Replay } from '../letters/replay.js';
import { settleByDrop, settleByReplay } from '../letters/settle-letters.js';
import type { MessageReader } from '../read-message.js';

export interface DeadLetterRoutes {
	readonly box: LetterBox;
	readonly replay: Replay;
	readonly read: MessageReader;
	readonly audit: AuditLog;
}

/** Letters of one order: a request is answered within seconds. What is left waits for the next one. */
const LETTERS_AN_ORDER = 2_000;

const PATH = '/v1/admin/dead-letters';
const reading = { config: { action: 'administration:read' } } as const;
const writing = { config: { action: 'administration:write' }, bodyLimit: 8_192 } as const;

/** deadLettersRoute lets an administrator see what could not be stored, and settle it; an order says what it would do unless told to do it. */
export const deadLettersRoute = async (
	server: FastifyInstance,
	{ box, replay, read, audit }: DeadLetterRoutes,
): Promise<void> => {
	server.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'));

	server.get(PATH, reading, async (request) => {
		const { reason } = LetterQuery.parse(request.query);
		return lookAtLetters(box, read, { origins: [], reasons: reason === undefined ? [] : [reason] });
	});

	server.post(`${PATH}/replay`, writing, async (request) => {
		const { dryRun, ...choice } = ReplayOrder.parse(request.body ?? {});
		if (!dryRun) await audit.write({ actor: actorOf(request.subject), action: 'letters.replayed' });
		const { sent, left } = await settleByReplay(box, replay, {
			choice,
			dryRun,
			limit: LETTERS_AN_ORDER,
			// What this version cannot read would be a dead letter again: that is for a command line.
			force: false,
		});
		return {
			dryRun,
			unchanged: sent.of('unchanged'),
			again: sent.of('again'),
			left: [...left.entries()],
		} satisfies ReplayDone;
	});

	server.post(`${PATH}/drop`, writing, async (request) => {
		const { dryRun, ...choice } = DropOrder.parse(request.body);
		if (!dryRun) await audit.write({ actor: actorOf(request.subject), action: 'letters.dropped' });
		const dropped = await settleByDrop(box, { choice, dryRun, limit: LETTERS_AN_ORDER });
		return { dryRun, dropped: [...dropped.entries()] } satisfies DropDone;
	});
};
