import { setTimeout as wait } from 'node:timers/promises';
import { whileBeating } from '@vigie/kit/while-beating';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** BatchControl is what the handling of a batch needs of its consumer. */
export interface BatchControl {
	/** heartbeat keeps the partitions; it rejects when the group is being shared out again. */
	heartbeat(): Promise<void>;
	/** isRunning turns false when the consumer is asked to stop. */
	isRunning(): boolean;
}

/** Stopped says that the consumer was asked to stop before a batch was done: nothing is committed, it will be read again. */
export class Stopped extends Error {
	override name = 'Stopped';
}

/**
 * patiently does `work` until it succeeds, with growing pauses, and keeps the partitions meanwhile. An error for which
 * `isFinal` holds is thrown at once; Stopped is, when the consumer has to stop.
 */
export const patiently = async <T>(
	work: () => Promise<T>,
	control: BatchControl,
	{ isFinal, onRetry }: { isFinal: (error: unknown) => boolean; onRetry: (error: unknown) => void },
): Promise<T> => {
	for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
		// Wrapped, so that a lost partition is not taken for a failure of the work.
		const outcome = await whileBeating(
			work().then(
				(value) => ({ ok: true as const, value }),
				(error: unknown) => ({ ok: false as const, error }),
			),
			control,
		);
		if (outcome.ok) return outcome.value;
		if (isFinal(outcome.error)) throw outcome.error;
		onRetry(outcome.error);
		await whileBeating(wait(pauseMs), control);
		if (!control.isRunning()) throw new Stopped('the consumer stops', { cause: outcome.error });
	}
};
