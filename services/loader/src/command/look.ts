import { isChosen } from '../letters/choice.js';
import type { Found, LetterBox } from '../letters/letter-box.js';
import type { MessageReader } from '../read-message.js';
import { createTally } from '../tally.js';
import type { Order } from './arguments.js';
import { inFull } from './in-full.js';
import type { Output } from './output.js';

const LISTED = 100;

const lineOf = ({ origin, reason, schema, firstSeenAt, message }: Found): string =>
	[origin, reason, schema || '-', firstSeenAt || '-', `${message.value?.length ?? 0} o`].join('  ');

/** listLetters says which letters wait; the first hundred by name unless a limit was given, all of them by reason. */
export const listLetters = async (box: LetterBox, order: Order, { say }: Output): Promise<number> => {
	const reasons = createTally();
	const settled = createTally();
	const shown = Number.isFinite(order.limit) ? order.limit : LISTED;
	await box.read(async (letters) => {
		for (const letter of letters.filter((one) => isChosen(order.choice, one))) {
			if (letter.settled) {
				settled.add(letter.settled);
				continue;
			}
			if (reasons.total < shown) say(lineOf(letter));
			reasons.add(letter.reason);
		}
		return true;
	});
	if (reasons.total > shown) say(`... et ${reasons.total - shown} autres`);
	say(`En attente : ${inFull(reasons)}.`);
	if (settled.total > 0) say(`Déjà réglées : ${inFull(settled)}.`);
	return 0;
};

const aboutOf = (letter: Found, read: MessageReader): readonly string[] => {
	const reading = read(letter.message.value);
	return [
		lineOf(letter),
		`  ${letter.settled === null ? 'en attente' : `réglée : ${letter.settled}`}`,
		...(reading.ok
			? ['  cette version sait la lire : replay la remet']
			: [
					`  aujourd’hui encore : ${reading.reason}`,
					...reading.errors.map(({ path, code }) => `    ${path || '(racine)'} : ${code}`),
				]),
	];
};

/** showLetters says where letters of some origins are wrong and how, by path and code; with `bytes`, it gives their bytes and nothing else. */
export const showLetters = async (
	box: LetterBox,
	order: Order,
	read: MessageReader,
	{ say, write }: Output,
): Promise<number> => {
	let found = 0;
	await box.read(async (letters) => {
		for (const letter of letters.filter((one) => isChosen(order.choice, one))) {
			if (found === order.limit) return false;
			found += 1;
			if (order.bytes) write(letter.message.value ?? Buffer.alloc(0));
			else for (const line of aboutOf(letter, read)) say(line);
		}
		return true;
	});
	if (found === 0) say('Aucune n’est là.');
	return found > 0 ? 0 : 1;
};
