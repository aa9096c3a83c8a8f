import type { AdmittedEvent } from '@vigie/schemas/admitted-event';
import type { Message } from 'kafkajs';
import { headersOf } from './event-headers.js';

/** messageOf makes the message of `events.v1` of an admitted event. */
export const messageOf = (admitted: AdmittedEvent): Message => ({
	key: admitted.event.id,
	value: JSON.stringify(admitted),
	headers: headersOf(admitted.event),
	// The slot, not the millisecond: nothing finer than a quarter of an hour is kept anywhere.
	timestamp: String(Date.parse(admitted.admission.receivedSlot)),
});
