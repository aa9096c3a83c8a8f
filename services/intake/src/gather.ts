/** Gatherer runs the work of many callers together. */
export interface Gatherer<Item, Result> {
	/** add resolves with the result of each item, in order, or rejects as a whole with the run's error. */
	add(items: readonly Item[]): Promise<readonly Result[]>;
}

export interface GathererOptions<Item, Result> {
	/** Does the work of one run; must give one result an item, in order. */
	readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
	/** How long the first caller waits for others. */
	readonly waitMs: number;
	/** A run takes no further caller once it holds that many items. */
	readonly mostInRun: number;
	/** Beyond that many waiting items, `add` rejects with what `overloaded` makes: memory is not a queue. */
	readonly mostWaiting: number;
	readonly overloaded: () => Error;
}

interface Call<Item, Result> {
	readonly items: readonly Item[];
	readonly resolve: (results: readonly Result[]) => void;
	readonly reject: (error: unknown) => void;
}

/** createGatherer makes one run at a time: callers that come during a run make up the next one. */
export const createGatherer = <Item, Result>(
	options: GathererOptions<Item, Result>,
): Gatherer<Item, Result> => {
	let waiting: Call<Item, Result>[] = [];
	let waitingItems = 0;
	let busy = false;

	const take = (): Call<Item, Result>[] => {
		let count = 0;
		let calls = 0;
		while (calls < waiting.length && (calls === 0 || count < options.mostInRun)) {
			count += waiting[calls]?.items.length ?? 0;
			calls += 1;
		}
		const taken = waiting.slice(0, calls);
		waiting = waiting.slice(calls);
		waitingItems -= count;
		return taken;
	};
	const runOnce = async (): Promise<void> => {
		const calls = take();
		try {
			const results = await options.run(calls.flatMap(({ items }) => items));
			let start = 0;
			for (const { items, resolve } of calls) {
				resolve(results.slice(start, start + items.length));
				start += items.length;
			}
		} catch (err) {
			for (const { reject } of calls) reject(err);
		}
		if (waiting.length > 0) setImmediate(() => void runOnce());
		else busy = false;
	};

	return {
		add: (items) => {
			if (waitingItems + items.length > options.mostWaiting) return Promise.reject(options.overloaded());
			return new Promise((resolve, reject) => {
				waiting.push({ items, resolve, reject });
				waitingItems += items.length;
				if (busy) return;
				busy = true;
				setTimeout(() => void runOnce(), options.waitMs);
			});
		},
	};
};
