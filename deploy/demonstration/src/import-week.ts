import { admit } from '@vigie/intake/admission';
import { headersOf } from '@vigie/intake/event-headers';
import type { Sender } from '@vigie/intake/sender';
import { slotOf } from '@vigie/schemas/calendar';
import type { Message, Producer } from 'kafkajs';
import type { Delivery } from './arrivals.js';
import type { DemoWorker } from './workers.js';

const MESSAGES_A_SEND = 2_000;

const senders = new WeakMap<DemoWorker, Sender>();

/** senderOf makes the claims of a worker's device; one object a worker, since admission remembers its tokens by it. */
export const senderOf = (worker: DemoWorker): Sender => {
	const known = senders.get(worker);
	if (known) return known;
	const sender: Sender = {
		id: worker.device,
		structure: worker.structure.id,
		organisation: worker.structure.organisation,
		roleFamily: worker.roleFamily,
		structureFamily: worker.structure.family,
		departement: worker.departement,
		body: null,
		channel: 'FORMULAIRE',
	};
	senders.set(worker, sender);
	return sender;
};

const messageOf = ({ event, worker, receivedAtMs }: Delivery, weekKey: Buffer): Message => ({
	key: event.id,
	value: JSON.stringify(
		admit(event, senderOf(worker), { receivedSlot: slotOf(new Date(receivedAtMs)), weekKey }),
	),
	headers: headersOf(event),
});

/**
 * importWeek writes a week's arrivals to Kafka through intake's own admission, with the reception time that the history gives
 * them. Messages are stamped now, or retention would delete them at once.
 */
export const importWeek = async (
	producer: Producer,
	topic: string,
	deliveries: readonly Delivery[],
	weekKey: Buffer,
): Promise<void> => {
	for (let start = 0; start < deliveries.length; start += MESSAGES_A_SEND) {
		const messages = deliveries
			.slice(start, start + MESSAGES_A_SEND)
			.map((delivery) => messageOf(delivery, weekKey));
		await producer.send({ topic, acks: -1, messages });
	}
};
