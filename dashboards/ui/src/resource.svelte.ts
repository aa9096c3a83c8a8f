import type { Answer, Failure } from './fetch-json.js';

/** Resource is something read from the API: its value, whether it is being read, why the last reading failed. */
export class Resource<Value> {
	value = $state.raw<Value | null>(null);
	failure = $state.raw<Failure | null>(null);
	loading = $state(false);
	/** When the value was read. */
	readAt = $state.raw<Date | null>(null);
	#latest = 0;

	/** load reads again; an older answer that comes later is dropped, and a failure keeps the value already there. */
	async load(read: () => Promise<Answer<Value>>): Promise<void> {
		this.#latest += 1;
		const turn = this.#latest;
		this.loading = true;
		const answer = await read();
		if (turn !== this.#latest) return;
		this.loading = false;
		this.failure = answer.ok ? null : answer;
		if (!answer.ok) return;
		this.value = answer.value;
		this.readAt = new Date();
	}

	/** forget empties the resource and drops any answer still to come. */
	forget(): void {
		this.#latest += 1;
		this.loading = false;
		this.value = null;
		this.failure = null;
	}
}
