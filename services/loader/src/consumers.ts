import { whileBeating } from '@vigie/kit/while-beating';
import { type ConsumerOptions, type RunningConsumer, runConsumer } from './consumer.js';
import { Stopped } from './patience.js';

/** Gate is closed until something has happened as often as it must. */
interface Gate {
	readonly opened: Promise<void>;
	arrive(who: number): void;
	open(): void;
}

const createGate = (count: number): Gate => {
	const arrived = new Set<number>();
	let open = (): void => undefined;
	const opened = new Promise<void>((resolve) => {
		open = resolve;
	});
	const arrive = (who: number): void => {
		arrived.add(who);
		if (arrived.size === count) open();
	};
	return { opened, arrive, open };
};

/**
 * runConsumers runs several consumers of one group, which share its partitions. Each goes round by itself (read, prepare,
 * insert, commit), so that the engine works on the rows of one while this process reads those of another: nothing is
 * fetched ahead, and nothing is committed before it is stored.
 */
export const runConsumers = async (
	count: number,
	optionsOf: (index: number) => ConsumerOptions,
): Promise<RunningConsumer> => {
	// Whoever joins makes the group share out its partitions again: a batch begun before would be done for nothing.
	const gate = createGate(count);
	const runOne = (index: number): Promise<RunningConsumer> => {
		const options = optionsOf(index);
		return runConsumer({
			...options,
			handle: async (batch, control) => {
				await whileBeating(gate.opened, control);
				if (!control.isRunning()) throw new Stopped('the consumer stops');
				await options.handle(batch, control);
			},
			onReady: (ready) => {
				if (ready) gate.arrive(index);
				options.onReady(ready);
			},
		});
	};
	const consumers = await Promise.all(Array.from({ length: count }, (_, index) => runOne(index)));
	const failed = Promise.race(consumers.map((consumer) => consumer.failed));
	failed.catch(() => undefined);
	const settle = async (): Promise<void> => {
		const settled = consumers.map((consumer) => consumer.settle());
		gate.open();
		await Promise.all(settled);
	};
	return {
		failed,
		settle,
		close: async () => {
			// All batches first: the first one that leaves makes the group share out its partitions, and the others could not commit.
			await settle();
			await Promise.all(consumers.map((consumer) => consumer.close()));
		},
	};
};
