import { createHash } from 'node:crypto';
import { bodyHashOf } from '@vigie/kit/body-hash';
import type { KeyDirectory } from '@vigie/kit/keys';
import { tokenOf } from '@vigie/kit/tokens';
import { weekBounds, weekOfSlot } from '@vigie/schemas/calendar';
import fc from 'fast-check';
import type { Message } from 'kafkajs';

/** Reception is one revision of an event, as intake received it at a slot: quarters of an hour since the first week's start. */
export interface Reception {
	readonly event: number;
	readonly revision: number;
	readonly retracted: boolean;
	readonly step: string;
	readonly slot: number;
}

/** Replay is what may happen to receptions on their way: copies, another order, other partitions, other batches. */
export interface Replay {
	/** For some receptions, how much later copies of them were received. */
	readonly copies: readonly { readonly of: number; readonly laterSlots: number }[];
	/** Decides the order. */
	readonly shuffle: number;
	readonly partitions: readonly number[];
	readonly batch: number;
}

export const FIRST_WEEK = '2026-W40';
const WEEK_SLOTS = 7 * 96;
const structures = ['a', 'b', 'c', 'd', 'e'];

const idOf = (event: number): string => {
	const hex = createHash('sha256').update(`event ${event}`).digest('hex');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** structuresOf are those that report. */
export const reportingStructures: readonly string[] = structures;

const revision = fc.record({
	revision: fc.integer({ min: 0, max: 3 }),
	retracted: fc.boolean(),
	step: fc.constantFrom('CONNEXION', 'PIECES', 'ENVOI'),
	// Often in one slot: of two bodies of one revision, nothing but their hashes then tells which one stands.
	later: fc.constantFrom(0, 0, 0, 1, 96, WEEK_SLOTS),
});

const event = fc.record({
	slot: fc.integer({ min: 0, max: 2 * WEEK_SLOTS - 1 }),
	revisions: fc.array(revision, { minLength: 1, maxLength: 4 }),
});

/** receptions draws events of two weeks, some of them with several revisions that came in any order, or twice with two bodies. */
export const receptions: fc.Arbitrary<Reception[]> = fc
	.array(event, { minLength: 40, maxLength: 60 })
	.map((events) =>
		events.flatMap(({ slot, revisions }, number) =>
			revisions.map(({ later, ...one }) => ({
				event: number,
				...one,
				slot: Math.min(slot + later, 2 * WEEK_SLOTS - 1),
			})),
		),
	);

/** replay draws what happens to them. */
export const replay: fc.Arbitrary<Replay> = fc.record({
	copies: fc.array(
		fc.record({ of: fc.nat(), laterSlots: fc.constantFrom(0, 0, 1, 96, WEEK_SLOTS, 2 * WEEK_SLOTS) }),
		{ minLength: 10, maxLength: 60 },
	),
	shuffle: fc.integer(),
	partitions: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 5, maxLength: 9 }),
	batch: fc.integer({ min: 3, max: 40 }),
});

const messageOf = async (
	{ event, revision: number, retracted, step, slot }: Reception,
	laterSlots: number,
	keys: KeyDirectory,
): Promise<Message> => {
	const [start, id] = [weekBounds(FIRST_WEEK).start.getTime(), idOf(event)];
	const at = (slots: number): string => `${new Date(start + slots * 900_000).toISOString().slice(0, 19)}Z`;
	const receivedSlot = at(slot + laterSlots);
	const structure = structures[event % structures.length] ?? '';
	// As intake does: a copy of another week is stamped under that week's key.
	const weekKey = await keys.ensure(`weeks/${weekOfSlot(receivedSlot)}`);
	const body = {
		...{ id, revision: number, retracted, kind: 'dysfunction.alerted', version: '1-0-0' },
		...{ taxonomy: '2026.1', observedAt: `${at(slot).slice(0, 14)}00:00Z`, platform: 'CAF_MON_COMPTE', step },
	};
	const admission = {
		...{ receivedSlot, channel: 'FORMULAIRE', roleFamily: 'TRAVAIL_SOCIAL', structureFamily: 'COMMUNE' },
		...{ territory: '69', ownPlatform: false, bodyHash: bodyHashOf(body) },
		reporterToken: tokenOf(weekKey, `device of ${structure}`),
		structureToken: tokenOf(weekKey, structure),
		organisationToken: tokenOf(weekKey, `organisation of ${structure}`),
	};
	return { key: id, value: JSON.stringify({ event: body, admission }) };
};

/** logOf gives the batches of messages that a log holds after all that; none happened when no replay is given. */
export const logOf = async (
	received: readonly Reception[],
	keys: KeyDirectory,
	{ copies, shuffle, partitions, batch }: Replay = { copies: [], shuffle: 0, partitions: [0], batch: 1_000 },
): Promise<Message[][]> => {
	const once = received.map((reception) => ({ reception, laterSlots: 0 }));
	const again = copies.flatMap(({ of, laterSlots }) => {
		const reception = received[of % received.length];
		return reception ? [{ reception, laterSlots }] : [];
	});
	const all = [...once, ...again].map((entry, index) => ({
		...entry,
		order: shuffle === 0 ? '' : createHash('sha256').update(`${shuffle} ${index}`).digest('hex'),
	}));
	all.sort((a, b) => a.order.localeCompare(b.order));
	const messages = await Promise.all(
		all.map(async ({ reception, laterSlots }, index) => ({
			...(await messageOf(reception, laterSlots, keys)),
			partition: partitions[index % partitions.length] ?? 0,
		})),
	);
	return Array.from({ length: Math.ceil(messages.length / batch) }, (_, index) =>
		messages.slice(index * batch, (index + 1) * batch),
	);
};
