import { setTimeout as wait } from 'node:timers/promises';

const BEAT_MS = 1_000;

/** Beating is as much of a consumer as keeps its partitions. */
interface Beating {
	/** heartbeat keeps the partitions; it rejects when the group is being shared out again. */
	heartbeat(): Promise<void>;
}

/** whileBeating waits for `work` and keeps the partitions meanwhile; it rejects at once when they are lost. */
export const whileBeating = async <T>(work: Promise<T>, consumer: Beating): Promise<T> => {
	const ended = work.then(
		() => true,
		() => true,
	);
	for (;;) {
		const timer = new AbortController();
		const beat = wait(BEAT_MS, false, { signal: timer.signal }).catch(() => false);
		const isDone = await Promise.race([ended, beat]);
		timer.abort();
		if (isDone) return work;
		await consumer.heartbeat();
	}
};
