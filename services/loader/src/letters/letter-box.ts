import { slotOf } from '@vigie/schemas/calendar';
import type { Clock } from '@vigie/schemas/clock';
import { Settlement } from '@vigie/schemas/dead-letter';
import type { TopicNames } from '@vigie/schemas/topics';
import type { Kafka, Message } from 'kafkajs';
import type { SureWriter } from '../sure-writer.js';
import { type Letter, letterOf } from './letter.js';
import { readToEnd } from './read-to-end.js';

/** Found is a letter, and what became of it: null while it waits. */
export interface Found extends Letter {
	readonly settled: Settlement['action'] | null;
}

/** LetterBox holds the dead letters with what became of each. */
export interface LetterBox {
	/** read visits every letter once, in pieces; false from `visit` ends it. */
	read(visit: (letters: readonly Found[]) => Promise<boolean>): Promise<void>;
	/** settle writes down, acknowledged by all in-sync replicas, what became of letters; they wait no more. */
	settle(letters: readonly Letter[], action: Settlement['action']): Promise<void>;
}

const readSettlement = (value: Buffer | null): Settlement | null => {
	try {
		return Settlement.parse(JSON.parse(String(value)));
	} catch {
		return null;
	}
};

const readSettled = async (kafka: Kafka, topic: string): Promise<Map<string, Settlement['action']>> => {
	const settled = new Map<string, Settlement['action']>();
	await readToEnd(kafka, topic, async (messages) => {
		for (const { value } of messages) {
			const settlement = readSettlement(value);
			if (settlement) settled.set(settlement.letter, settlement.action);
		}
		return true;
	});
	return settled;
};

export interface LetterBoxOptions {
	readonly kafka: Kafka;
	readonly topics: Pick<TopicNames, 'deadLetters' | 'settledLetters'>;
	readonly writer: SureWriter;
	readonly clock: Clock;
}

/**
 * openLetterBox reads `events.dead` beside `events.dead.settled`, which lives as long. A letter is replayed first and settled
 * after: killed in between, it waits still, and replaying it again changes nothing.
 */
export const openLetterBox = ({ kafka, topics, writer, clock }: LetterBoxOptions): LetterBox => ({
	read: async (visit) => {
		const settled = await readSettled(kafka, topics.settledLetters);
		const met = new Set<string>();
		await readToEnd(kafka, topics.deadLetters, async (messages, partition) => {
			const letters = messages
				.map((message) => letterOf(message, topics.deadLetters, partition))
				// A loader that dies between writing a letter and committing writes it again.
				.filter(({ name }) => !met.has(name) && met.add(name));
			return visit(letters.map((letter) => ({ ...letter, settled: settled.get(letter.name) ?? null })));
		});
	},
	settle: async (letters, action) => {
		const at = slotOf(clock.now());
		const messages = letters.map(({ name }): Message => {
			const settlement: Settlement = { letter: name, action, at };
			return { key: name, value: JSON.stringify(settlement), timestamp: String(Date.parse(at)) };
		});
		await writer.send(topics.settledLetters, messages);
	},
});
