import { type AuditLog, actorOf } from '@vigie/kit/access/audit-log';
import { hashOf, newId, newSecret } from '@vigie/kit/access/secrets';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { Subject } from '@vigie/schemas/accounts/subject';
import type { ApiKeyIssued } from '@vigie/schemas/administration';
import type { Clock } from '@vigie/schemas/clock';
import type { RecordOf } from '@vigie/schemas/registry';
import { expiryOf, requireActive } from '../routes/admin/structures.js';
import type { RegistryWriter } from './writer.js';

interface Rotating {
	readonly registry: Pick<RegistryView, 'find'>;
	readonly writer: RegistryWriter;
	readonly clock: Clock;
	readonly audit: AuditLog;
}

/** Rotation is which key is made anew, for how long the old one still works beside it, and for which body, where one asks for its own. */
export interface Rotation {
	readonly key: string;
	readonly overlapDays: number;
	readonly body?: string;
}

const NEW_KEY_DAYS = 365;

// Instants of one format: the order of their texts is that of time.
const earlier = (one: string, other: string): string => (one < other ? one : other);

/**
 * rotateKey makes a key anew, shown once; the old one works a while beside it. A key that is not the body's is not there. A body makes anew only
 * what still works, and for no longer than it was given: how long a machine may come in is an administrator's to say.
 */
export const rotateKey = async (
	{ registry, writer, clock, audit }: Rotating,
	subject: Subject,
	{ key: oldId, overlapDays, body }: Rotation,
): Promise<ApiKeyIssued> => {
	const [id, secret] = [newId(), newSecret()];
	const usable = (): RecordOf<'api-key'> => {
		const key = registry.find('api-key', oldId);
		if (!key || key.revoked) throw new ProblemError('not_found');
		const isTheirs = body === undefined || registry.find('structure', key.structure)?.body === body;
		if (!isTheirs) throw new ProblemError('not_found');
		if (body !== undefined && key.expiresAt <= clock.now().toISOString()) throw new ProblemError('not_found');
		return key;
	};
	const inAYear = expiryOf(clock, NEW_KEY_DAYS);
	const endOf = (old: RecordOf<'api-key'>): string =>
		body === undefined ? inAYear : earlier(old.expiresAt, inAYear);
	let expiresAt = endOf(usable());
	await audit.write({
		actor: actorOf(subject),
		action: 'api-key.rotated',
		target: oldId,
		body: body ?? null,
		// Which key came of it: that is the one to revoke.
		detail: id,
	});
	await writer.change(() => {
		const old = usable();
		expiresAt = endOf(old);
		const ends = earlier(old.expiresAt, expiryOf(clock, overlapDays));
		requireActive(registry, old.structure);
		return [
			{ ...old, id, secretHash: hashOf(secret), expiresAt },
			{ ...old, expiresAt: ends },
		];
	});
	return { id, key: `vk_${id}_${secret}`, expiresAt };
};
