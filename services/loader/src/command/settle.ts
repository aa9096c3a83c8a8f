import { isChosen } from '../letters/choice.js';
import type { Found, LetterBox } from '../letters/letter-box.js';
import type { Plan, Replay } from '../letters/replay.js';
import type { Order } from './arguments.js';
import type { Output } from './output.js';
import { createTally, inFull } from './tally.js';

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

const words = {
	unchanged: 'inchangées',
	again: 'reçues à nouveau, leur semaine est close',
} as const satisfies Record<Exclude<Plan['kind'], 'left'>, string>;

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
	const sent = createTally();
	const left = createTally();
	const weeks = new Set<string>();
	await eachWaiting(box, order, async (letters) => {
		const plans = await replay.plan(letters, order.force);
		if (!order.dryRun) await replay.carryOut(plans);
		for (const plan of plans) {
			if (plan.kind === 'left') left.add(plan.reason);
			else sent.add(words[plan.kind]);
			if (plan.kind === 'unchanged' && plan.week !== null) weeks.add(plan.week);
		}
		progress(`${sent.total} ${order.dryRun ? 'à remettre' : 'remises'}, ${left.total} laissées`);
	});
	say(`${order.dryRun ? 'Seraient remises' : 'Remises'} sur events.v1 : ${inFull(sent)}.`);
	if (left.total > 0) say(`Laissées, car cette version ne les lit pas non plus : ${inFull(left)}.`);
	return { count: sent.total, weeks };
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
	say(`${order.dryRun ? 'Seraient abandonnées' : 'Abandonnées'} : ${inFull(reasons)}.`);
	return 0;
};
