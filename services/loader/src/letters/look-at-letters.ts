import { type DeadLetters, LETTERS_SHOWN } from '@vigie/schemas/dead-letters';
import type { MessageReader } from '../read-message.js';
import { createTally } from '../tally.js';
import { type Choice, isChosen } from './choice.js';
import type { Found, LetterBox } from './letter-box.js';

type Shown = DeadLetters['letters'][number];

/** shownOf tells of a letter where it is wrong and how; nothing of what it holds. */
const shownOf = ({ origin, reason, schema, firstSeenAt, message }: Found, read: MessageReader): Shown => {
	const reading = read(message.value);
	return {
		origin,
		reason,
		schema,
		firstSeenAt,
		bytes: message.value?.length ?? 0,
		readable: reading.ok,
		errors: reading.ok ? [] : [...reading.errors],
	};
};

/** lookAtLetters counts the letters that are meant, by reason while they wait and by what was done after, and shows the first that wait. */
export const lookAtLetters = async (
	box: Pick<LetterBox, 'read'>,
	read: MessageReader,
	choice: Choice,
): Promise<DeadLetters> => {
	const [waiting, settled] = [createTally(), createTally()];
	const letters: Shown[] = [];
	await box.read(async (found) => {
		for (const letter of found.filter((one) => isChosen(choice, one))) {
			if (letter.settled !== null) settled.add(letter.settled);
			else {
				waiting.add(letter.reason);
				if (letters.length < LETTERS_SHOWN) letters.push(shownOf(letter, read));
			}
		}
		return true;
	});
	return { waiting: [...waiting.entries()], settled: [...settled.entries()], letters };
};
