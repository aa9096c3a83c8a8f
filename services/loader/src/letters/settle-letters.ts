import type { Tally } from '../tally.js';
import { createTally } from '../tally.js';
import { type Choice, isChosen } from './choice.js';
import type { Found, LetterBox } from './letter-box.js';
import type { Replay } from './replay.js';

/** Settling says which letters are meant, at most how many, and whether anything is done at all. */
export interface Settling {
	readonly choice: Choice;
	readonly limit: number;
	readonly dryRun: boolean;
}

/** eachWaiting visits, in pieces, the letters that wait and are meant, at most as many as the limit says. */
const eachWaiting = async (
	box: Pick<LetterBox, 'read'>,
	{ choice, limit }: Settling,
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

/** Replayed is what a replay did, or would do: letters put back by how, those left by reason, and the weeks of those put back as they were. */
export interface Replayed {
	readonly sent: Tally<'unchanged' | 'again'>;
	readonly left: Tally;
	readonly weeks: ReadonlySet<string>;
}

/** settleByReplay puts letters on the events again; `progress` hears how far it is. */
export const settleByReplay = async (
	box: Pick<LetterBox, 'read'>,
	replay: Replay,
	settling: Settling & { readonly force: boolean },
	progress: (done: Replayed) => void = () => undefined,
): Promise<Replayed> => {
	const weeks = new Set<string>();
	const done = { sent: createTally<'unchanged' | 'again'>(), left: createTally(), weeks };
	await eachWaiting(box, settling, async (letters) => {
		const plans = await replay.plan(letters, settling.force);
		if (!settling.dryRun) await replay.carryOut(plans);
		for (const plan of plans) {
			if (plan.kind === 'left') done.left.add(plan.reason);
			else done.sent.add(plan.kind);
			if (plan.kind === 'unchanged' && plan.week !== null) weeks.add(plan.week);
		}
		progress(done);
	});
	return done;
};

/** settleByDrop gives letters up, and counts them by reason. They stay on the topic, and wait no more. */
export const settleByDrop = async (
	box: Pick<LetterBox, 'read' | 'settle'>,
	settling: Settling,
	progress: (reasons: Tally) => void = () => undefined,
): Promise<Tally> => {
	const reasons = createTally();
	await eachWaiting(box, settling, async (letters) => {
		if (!settling.dryRun) await box.settle(letters, 'dropped');
		for (const { reason } of letters) reasons.add(reason);
		progress(reasons);
	});
	return reasons;
};
