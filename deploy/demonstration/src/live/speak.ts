import { CommentReceipt, CommentSwitch } from '@vigie/schemas/comment';
import { ProposalReceipt } from '@vigie/schemas/proposals/proposal';
import type { z } from 'zod';
import { drawAlert } from '../declarations.js';
import type { Random } from '../random.js';
import type { LiveDevice } from './devices.js';
import { fieldComments, proposedPlatforms } from './field-words.js';

/** Spoken is how much of what the field said was taken. */
export interface Spoken {
	readonly proposals: number;
	/** None where comments are not taken. */
	readonly comments: number;
}

/** What is refused, or gets no answer in time, is not taken: the load that follows must not be lost with it. */
const ask = async (publicUrl: string, path: string, init: RequestInit = {}): Promise<unknown> => {
	try {
		const response = await fetch(new URL(path, publicUrl), { ...init, signal: AbortSignal.timeout(15_000) });
		return response.ok ? await response.json() : null;
	} catch {
		return null;
	}
};

const post = (publicUrl: string, { token }: LiveDevice, path: string, body: object): Promise<unknown> =>
	ask(publicUrl, path, {
		method: 'POST',
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

const isTaken = <T>(receipt: z.ZodType<T>, answer: unknown, taken: (read: T) => boolean): boolean => {
	const read = receipt.safeParse(answer);
	return read.success && taken(read.data);
};

/** One device a structure: several of them count once. */
const oneOfEach = (devices: readonly LiveDevice[]): readonly LiveDevice[] => [
	...new Map(devices.map((device) => [device.worker.structure.id, device])).values(),
];

/**
 * speak sends what the field says in words of its own, as browsers would: platforms that the lists do not have, and a few comments where they are taken, each
 * about an alert sent just before. Said again, a proposal of a structure counts once.
 */
export const speak = async (
	publicUrl: string,
	devices: readonly LiveDevice[],
	random: Random,
	nowMs: number,
): Promise<Spoken> => {
	const senders = oneOfEach(devices);
	const spoken = { proposals: 0, comments: 0 };
	for (const { structures, ...proposal } of proposedPlatforms)
		for (const device of senders.slice(0, structures)) {
			const answer = await post(publicUrl, device, '/v1/proposals', proposal);
			if (isTaken(ProposalReceipt, answer, () => true)) spoken.proposals += 1;
		}
	const takesComments = await ask(publicUrl, '/v1/comments');
	if (!isTaken(CommentSwitch, takesComments, ({ comments }) => comments === 'on')) return spoken;
	for (const [index, { text, ...failure }] of fieldComments.entries()) {
		const device = senders[index];
		if (!device) break;
		const alert = drawAlert(random, nowMs, failure, true);
		const { platform, step, kind: failureKind } = failure;
		const comment = { event: alert.id, text, platform, step, failureKind };
		if ((await post(publicUrl, device, '/v1/events', alert)) === null) continue;
		const answer = await post(publicUrl, device, '/v1/comments', comment);
		if (isTaken(CommentReceipt, answer, (read) => read.comment === 'accepted')) spoken.comments += 1;
	}
	return spoken;
};
