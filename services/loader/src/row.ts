import { recordKey } from '@vigie/kit/record-key';
import { weekNumber, weekOfSlot } from '@vigie/schemas/calendar';
import { dimensionsOf } from './dimensions.js';
import type { Admitted } from './read-message.js';

const weekNumbers = new Map<string, number>();

const weekNumberOf = (slot: string): number => {
	const known = weekNumbers.get(slot);
	if (known !== undefined) return known;
	const number = weekNumber(weekOfSlot(slot));
	if (weekNumbers.size > 50_000) weekNumbers.clear();
	weekNumbers.set(slot, number);
	return number;
};

/** Source is where a message was read on `events.v1`. */
export interface Source {
	readonly partition: number;
	readonly offset: string;
}

/**
 * rowOf maps an admitted event to its row of `private.events`. The column `firstWins` is left to the table, which derives it
 * from the slot and the body's hash. 64-bit integers are decimal texts.
 */
export const rowOf = ({ event, admission }: Admitted, source: Source, key: Buffer) => ({
	id: event.id,
	revision: event.revision,
	retracted: event.retracted,
	kind: event.kind,
	version: event.version,
	taxonomy: event.taxonomy,
	observedAt: event.observedAt,
	receivedSlot: admission.receivedSlot,
	receivedWeek: weekNumberOf(admission.receivedSlot),
	channel: admission.channel,
	roleFamily: admission.roleFamily,
	structureFamily: admission.structureFamily,
	territory: admission.territory,
	ownPlatform: admission.ownPlatform,
	reporterToken: admission.reporterToken,
	structureToken: admission.structureToken,
	organisationToken: admission.organisationToken,
	recordKey: recordKey(key, event.id),
	bodyHash: BigInt(`0x${admission.bodyHash}`).toString(),
	...dimensionsOf(event),
	sourcePartition: source.partition,
	sourceOffset: source.offset,
});

/** EventRow is a row of `private.events`. */
export type EventRow = ReturnType<typeof rowOf>;
