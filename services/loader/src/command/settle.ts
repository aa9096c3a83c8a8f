import type { LetterBox } from '../letters/letter-box.js';
import type { Replay } from '../letters/replay.js';
import { settleByDrop, settleByReplay } from '../letters/settle-letters.js';
import type { Order } from './arguments.js';
import { inFull } from './in-full.js';
import type { Output } from './output.js';

const words = {
	unchanged: 'inchangées',
	again: 'reçues à nouveau, leur semaine est close',
} as const;

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
	const { sent, left, weeks } = await settleByReplay(box, replay, order, (done) =>
		progress(`${done.sent.total} ${order.dryRun ? 'à remettre' : 'remises'}, ${done.left.total} laissées`),
	);
	say(
		`${order.dryRun ? 'Seraient remises' : 'Remises'} sur events.v1 : ${inFull(sent, (kind) => words[kind])}.`,
	);
	if (left.total > 0) say(`Laissées, car cette version ne les lit pas non plus : ${inFull(left)}.`);
	return { count: sent.total, weeks };
};

/** dropLetters gives letters up, or says which it would. */
export const dropLetters = async (
	box: LetterBox,
	order: Order,
	{ say, progress }: Output,
): Promise<number> => {
	const reasons = await settleByDrop(box, order, ({ total }) =>
		progress(`${total} ${order.dryRun ? 'à abandonner' : 'abandonnées'}`),
	);
	say(`${order.dryRun ? 'Seraient abandonnées' : 'Abandonnées'} : ${inFull(reasons)}.`);
	return 0;
};
