/** Line is where a row's text lies in a buffer, and the offset of its message. */
export interface Line {
	readonly offset: string;
	/** First byte, included. */
	readonly start: number;
	/** Last byte, excluded. */
	readonly end: number;
}

/** Lines are rows ready to be sent, one after the other in one piece of memory. */
export interface Lines {
	readonly bytes: Buffer;
	readonly list: readonly Line[];
}

/**
 * LineBuffer gathers the texts of rows as bytes. Kept as strings they would stay the trees of small pieces that they were
 * built from: for a batch, half a million objects that the collector walks again and again.
 */
export class LineBuffer {
	#bytes: Buffer;
	#list: Line[] = [];
	#length = 0;

	constructor(capacity: number) {
		this.#bytes = Buffer.allocUnsafe(capacity);
	}

	/** length is how many bytes are in. */
	get length(): number {
		return this.#length;
	}

	/** add appends a row's text, which is ASCII. */
	add(offset: string, text: string): void {
		const end = this.#length + text.length;
		if (end > this.#bytes.length) {
			const larger = Buffer.allocUnsafe(end * 2);
			this.#bytes.copy(larger, 0, 0, this.#length);
			this.#bytes = larger;
		}
		this.#bytes.write(text, this.#length, 'latin1');
		this.#list.push({ offset, start: this.#length, end });
		this.#length = end;
	}

	/** lines gives what was added so far. */
	lines(): Lines {
		return { bytes: this.#bytes, list: this.#list };
	}
}

/** bytesOf gives the text of lines that follow each other, without copying it. */
export const bytesOf = ({ bytes, list }: Lines): Buffer =>
	bytes.subarray(list.at(0)?.start ?? 0, list.at(-1)?.end ?? 0);

/** halve cuts lines into two. */
export const halve = ({ bytes, list }: Lines): [Lines, Lines] => {
	const middle = list.length >> 1;
	return [
		{ bytes, list: list.slice(0, middle) },
		{ bytes, list: list.slice(middle) },
	];
};
