import type { z } from 'zod';
import { change, type Order } from './ask.js';
import { failureWords } from './failure-words.js';

/** Doing carries out orders one at a time, and keeps the words on how the last one went. */
export class Doing {
	busy = $state(false);
	/** What to say of the last order; null while there is nothing to say. */
	said = $state.raw<{ readonly good: boolean; readonly text: string } | null>(null);
	readonly #csrf: () => string | null;

	constructor(csrf: () => string | null) {
		this.#csrf = csrf;
	}

	/** order does something and gives the answer, or null when it was refused; `done` is what to say when it went well. */
	async order<Schema extends z.ZodType>(
		order: Order<Schema>,
		done: string | ((value: z.infer<Schema>) => string),
	): Promise<z.infer<Schema> | null> {
		if (this.busy) return null;
		this.busy = true;
		this.said = null;
		const answer = await change(order, this.#csrf());
		this.busy = false;
		if (!answer.ok) {
			this.said = { good: false, text: failureWords(answer) };
			return null;
		}
		this.said = { good: true, text: typeof done === 'string' ? done : done(answer.value) };
		return answer.value;
	}
}
