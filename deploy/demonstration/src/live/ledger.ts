/** Ledger is what the sender knows: each (id, revision) it sent, and what it was told of it. */
export interface Ledger {
	sent: number;
	refused: number;
	/** Answers other than 202 or a refusal, and no answer at all: the sender does not know. */
	unknown: number;
	/** `id/revision` of each acknowledged revision. */
	readonly acknowledged: Set<string>;
	/** Milliseconds from sending to the answer. */
	readonly answerMs: number[];
}

/** createLedger starts an empty one. */
export const createLedger = (): Ledger => ({
	sent: 0,
	refused: 0,
	unknown: 0,
	acknowledged: new Set(),
	answerMs: [],
});

/** percentile gives the value below which this share of the values lie; 0 when there are none. */
export const percentile = (values: readonly number[], share: number): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};
