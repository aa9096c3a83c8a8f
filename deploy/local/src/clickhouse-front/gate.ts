import { FrontError } from './errors.js';

/** Gate lets `width` pieces of work run at a time and `queue` more wait, in order; beyond, it refuses at once. */
export class Gate {
	readonly #width: number;
	readonly #queue: number;
	readonly #waiting: (() => void)[] = [];
	readonly #idle: (() => void)[] = [];
	#running = 0;

	constructor(width: number, queue: number) {
		this.#width = width;
		this.#queue = queue;
	}

	/** run runs `work` when its turn comes; throws TOO_MANY_SIMULTANEOUS_QUERIES when too many wait already. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.#running >= this.#width) await this.#turn();
		else this.#running += 1;
		try {
			return await work();
		} finally {
			const next = this.#waiting.shift();
			if (next) next();
			else this.#leave();
		}
	}

	/** drained resolves when nothing runs and nothing waits. */
	drained(): Promise<void> {
		if (this.#running === 0) return Promise.resolve();
		return new Promise((resolve) => this.#idle.push(resolve));
	}

	#leave(): void {
		this.#running -= 1;
		if (this.#running > 0) return;
		for (const resolve of this.#idle.splice(0)) resolve();
	}

	#turn(): Promise<void> {
		if (this.#waiting.length >= this.#queue) {
			throw new FrontError(
				'TOO_MANY_SIMULTANEOUS_QUERIES',
				`The local front runs ${this.#width} queries at a time and ${this.#queue} already wait.`,
			);
		}
		return new Promise((resolve) => this.#waiting.push(resolve));
	}
}
