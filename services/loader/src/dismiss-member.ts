import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connectToBroker, type KafkaAccess } from '@vigie/kit/kafka';

const LEAVE_GROUP = 13;
const VERSION = 1;
const UNKNOWN_MEMBER = 25;
const ANSWER_MS = 1_000;
const AGAIN_MS = 100;
/** Head of an answer: its size, the number of the request, how long to wait before the next; then the error code. */
const CODE_AT = 12;

const int = (bytes: 2 | 4, value: number): Buffer => {
	const buffer = Buffer.alloc(bytes);
	buffer.writeIntBE(value, 0, bytes);
	return buffer;
};
const text = (value: string): Buffer => Buffer.concat([int(2, Buffer.byteLength(value)), Buffer.from(value)]);

/** askToLeave sends one LeaveGroup request of Kafka's protocol and gives the code of its answer: 0 when the member is out. */
const askToLeave = (connect: () => Socket, groupId: string, memberId: string): Promise<number> => {
	const parts = [
		int(2, LEAVE_GROUP),
		int(2, VERSION),
		int(4, 1),
		text('loader'),
		text(groupId),
		text(memberId),
	];
	const request = Buffer.concat(parts);
	return new Promise((resolve, reject) => {
		const socket = connect();
		let answer = Buffer.alloc(0);
		socket.setTimeout(ANSWER_MS, () => socket.destroy());
		socket.once('error', reject);
		socket.once('close', () => reject(new Error('no answer')));
		socket.on('data', (piece) => {
			answer = Buffer.concat([answer, piece]);
			if (answer.length < CODE_AT + 2) return;
			resolve(answer.readInt16BE(CODE_AT));
			socket.destroy();
		});
		socket.write(Buffer.concat([int(4, request.length), request]));
	});
};

/**
 * dismissMember makes a group forget a member of ours that is no more, for at most `withinMs`, by when the group has done it by itself.
 * Without it, those that come after a crash of the client wait for the dead one until its session is over: kafkajs comes back as somebody
 * new, and could not say goodbye to a broker that was away. Brokers that want a name first are not asked: there the session ends by itself.
 */
export const dismissMember = async (
	access: KafkaAccess,
	groupId: string,
	memberId: string,
	withinMs: number,
): Promise<boolean> => {
	if (access.KAFKA_SECURITY?.startsWith('tls+')) return false;
	const brokers = access.KAFKA_BROKERS.split(',');
	const deadlineMs = performance.now() + withinMs;
	while (performance.now() < deadlineMs) {
		// Only the coordinator of the group knows; the others, and one that is still reading its log, answer with another code.
		const codes = await Promise.all(
			brokers.map((broker) =>
				askToLeave(() => connectToBroker(access, broker), groupId, memberId).catch(() => null),
			),
		);
		if (codes.some((code) => code === 0 || code === UNKNOWN_MEMBER)) return true;
		await wait(AGAIN_MS);
	}
	return false;
};
