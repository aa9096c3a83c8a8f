import { randomUUID } from 'node:crypto';
import {
	AUDIT_CONTRACT,
	type AuditActor,
	AuditEntry,
	type AuditedAction,
} from '@vigie/schemas/accounts/audit';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Clock } from '@vigie/schemas/clock';
import type { Kafka } from 'kafkajs';
import type { Logger } from 'pino';
import { ProblemError } from '../problem-plugin.js';
import { openSureProducer } from '../sure-producer.js';

/** Deed is what somebody is about to do. */
export interface Deed {
	readonly actor: AuditActor;
	readonly action: AuditedAction;
	readonly target?: string;
	readonly body?: string | null;
	/** A code of ours: a role, a reason. */
	readonly detail?: string;
}

/** AuditLog writes down who does what, before it is done: what cannot be written down is not done. */
export interface AuditLog {
	/** write resolves once the log holds it, or throws `unavailable`. */
	write(deed: Deed): Promise<void>;
	close(): Promise<void>;
}

const RETRY_AFTER_SECONDS = 5;

/** actorOf tells the log who a subject is; a machine client is never one who administers. */
export const actorOf = (subject: Subject): AuditActor => {
	switch (subject.kind) {
		case 'account':
			return { kind: 'account', account: subject.account };
		case 'operator':
			return { kind: 'operator' };
		case 'api-key':
			return { kind: 'api-key', key: subject.key };
		case 'anonymous':
			throw new Error('what nobody does is not written down');
		default: {
			const never: never = subject;
			return never;
		}
	}
};

const entryOf = ({ actor, action, target, body, detail }: Deed, clock: Clock): AuditEntry =>
	AuditEntry.parse({
		contract: AUDIT_CONTRACT,
		id: randomUUID(),
		at: clock.now().toISOString(),
		actor,
		action,
		target: target ?? null,
		body: body ?? null,
		detail: detail ?? null,
	});

/** openAuditLog makes the writer of `audit.v1`; it connects when something is to be written. */
export const openAuditLog = (kafka: Kafka, topic: string, clock: Clock, logger: Logger): AuditLog => {
	const producer = openSureProducer(kafka);
	return {
		write: async (deed) => {
			const entry = entryOf(deed, clock);
			const messages = [{ key: entry.id, value: JSON.stringify(entry) }];
			try {
				await producer.use((connected) => connected.send({ topic, acks: -1, messages }));
			} catch (error) {
				logger.error({ err: error }, 'the audit log could not be written');
				throw new ProblemError('unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS });
			}
		},
		close: () => producer.close(),
	};
};
