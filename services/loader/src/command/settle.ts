import { isChosen } from '../letters/choice.js';
import type { Found, LetterBox } from '../letters/letter-box.js';
import type { Plan, Replay } from '../letters/replay.js';
import type { Order } from './arguments.js';
import type { Output } from './output.js';
import { createTally } from './tally.js';

/** eachWaiting visits, in pieces, the letters that wait and are meant, at most as many as the limit says. */
const eachWaiting = async (
	box: LetterBox,
	{ choice, limit }: Order,
	visit: (letters: readonly Found[]) => Promise<void>,
): Promise<void> => {
	let met = 0;
	await box.read(async (letters) => {
		const meant = letters.filter((letter) => letter.settled === null && isChosen(choice, letter));
		const taken = meant.slice(0, limit - met);
		met += taken.length;
		if (taken.length > 0) await visit(taken);
		return met < limit;
	});
};

const wordOf = (plan: Plan): string => {
	switch (plan.kind) {
		case 'unchanged':
			return 'inchangées';
		case 'again':
			return 'reçues à nouveau (leur semaine est close)';
		case 'left':
			return `laissées, encore ${plan.reason}`;
		default: {
			const never: never = plan;
			return never;
		}
	}
};

/** Replayed is what a replay did: how many letters it put back, and the weeks of those that it left as they were. */
export interface Replayed {
	readonly count: number;
	readonly weeks: ReadonlySet<string>;
}

/** replayLetters puts letters on the events again, or says what it would do. */
export const replayLetters = async (
	box: LetterBox,
	replay: Replay,
	order: Order,
	{ say, progress }: Output,
): Promise<Replayed> => {
	const outcomes = createTally();
	const weeks = new Set<string>();
	let count = 0;
	await eachWaiting(box, order, async (letters) => {
		const plans = await replay.plan(letters, order.force);
		if (!order.dryRun) await replay.carryOut(plans);
		for (const plan of plans) {
			outcomes.add(wordOf(plan));
			if (plan.kind !== 'left') count += 1;
			if (plan.kind === 'unchanged' && plan.week !== null) weeks.add(plan.week);
		}
		progress(`${outcomes.total} vues, ${count} ${order.dryRun ? 'à remettre' : 'remises'}`);
	});
	const done = order.dryRun ? 'Seraient remises' : 'Remises';
	say(`${done} sur events.v1 : ${count}${outcomes.total > 0 ? ` (${outcomes.inWords()})` : ''}.`);
	return { count, weeks };
};

/** dropLetters gives letters up, or says which it would. They stay on the topic, and wait no more. */
export const dropLetters = async (
	box: LetterBox,
	order: Order,
	{ say, progress }: Output,
): Promise<number> => {
	const reasons = createTally();
	await eachWaiting(box, order, async (letters) => {
		if (!order.dryRun) await box.settle(letters, 'dropped');
		for (const { reason } of letters) reasons.add(reason);
		progress(`${reasons.total} ${order.dryRun ? 'à abandonner' : 'abandonnées'}`);
	});
	const done = order.dryRun ? 'Seraient abandonnées' : 'Abandonnées';
	say(`${done} : ${reasons.total}${reasons.total > 0 ? ` (${reasons.inWords()})` : ''}.`);
	return 0;
};
