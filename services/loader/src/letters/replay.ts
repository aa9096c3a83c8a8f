import { slotOf, weekOfSlot } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import type { DeadReason } from '@vigie/schemas/dead-letter';
import type { Message } from 'kafkajs';
import { keptHeaders } from '../dead-letters.js';
import type { Admitted, MessageReader } from '../read-message.js';
import type { SureWriter } from '../sure-writer.js';
import type { ClosedWeeks } from './closed-weeks.js';
import type { Letter } from './letter.js';
import type { LetterBox } from './letter-box.js';

/** Plan is what replaying a letter means: its bytes again, the event received again, or nothing, for it would be a dead letter again. */
export type Plan =
	| { readonly kind: 'unchanged'; readonly letter: Letter; readonly week: string | null }
	| { readonly kind: 'again'; readonly letter: Letter; readonly admitted: Admitted }
	| { readonly kind: 'left'; readonly letter: Letter; readonly reason: DeadReason };

export interface ReplayDependencies {
	readonly box: Pick<LetterBox, 'settle'>;
	readonly writer: SureWriter;
	/** `events.v1`. */
	readonly topic: string;
	readonly closedWeeks: ClosedWeeks;
	readonly clock: Clock;
	readonly read: MessageReader;
}

export interface Replay {
	/** plan says what would be done; `force` sends again even what this version cannot read. */
	plan(letters: readonly Letter[], force: boolean): Promise<Plan[]>;
	/** carryOut writes what is planned to the events, then settles those letters. Again does no harm. */
	carryOut(plans: readonly Plan[]): Promise<void>;
}

/**
 * The week's key is gone, and with it what tokens meant. All events that are received again count together as of one sender: too few
 * structures in a cell, never too many.
 */
const FORGOTTEN = '1';
const forgotten = { reporterToken: FORGOTTEN, structureToken: FORGOTTEN, organisationToken: FORGOTTEN };

/** receivedAgain is an admitted event as if it arrived at another slot, from nobody. */
const receivedAgain = ({ event, admission }: Admitted, receivedSlot: string): Admitted => ({
	event,
	admission: { ...admission, ...forgotten, receivedSlot },
});

const messageOf = (plan: Exclude<Plan, { kind: 'left' }>, slot: string): Message => {
	const { key, value, headers } = plan.letter.message;
	return {
		key,
		value: plan.kind === 'unchanged' ? value : JSON.stringify(receivedAgain(plan.admitted, slot)),
		headers: keptHeaders(headers),
		// Stamped now: with its old stamp it would be deleted by retention before others.
		timestamp: String(Date.parse(slot)),
	};
};

/** createReplay makes what puts dead letters on `events.v1` again: unchanged, or received at the replay's slot when their week takes no event any more. */
export const createReplay = (dependencies: ReplayDependencies): Replay => {
	const { box, writer, topic, closedWeeks, clock, read } = dependencies;
	return {
		plan: async (letters, force) => {
			const readings = letters.map((letter) => ({ letter, reading: read(letter.message.value) }));
			const weekOf = ({ admission }: Admitted): string => weekOfSlot(admission.receivedSlot);
			const weeks = readings.flatMap(({ reading }) => (reading.ok ? weekOf(reading.admitted) : []));
			const closed = await closedWeeks([...new Set(weeks)], clock.now());
			return readings.map(({ letter, reading }): Plan => {
				if (!reading.ok)
					return force
						? { kind: 'unchanged', letter, week: null }
						: { kind: 'left', letter, reason: reading.reason };
				const { admitted } = reading;
				const week = weekOf(admitted);
				return closed.has(week) ? { kind: 'again', letter, admitted } : { kind: 'unchanged', letter, week };
			});
		},
		carryOut: async (plans) => {
			const slot = slotOf(clock.now());
			const sent = plans.filter((plan) => plan.kind !== 'left');
			await writer.send(
				topic,
				sent.map((plan) => messageOf(plan, slot)),
			);
			await box.settle(
				sent.map(({ letter }) => letter),
				'replayed',
			);
		},
	};
};
