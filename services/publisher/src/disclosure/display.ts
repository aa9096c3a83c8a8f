/** CellFacts is what is known of a cell before disclosure; none of it is ever published. */
export interface CellFacts {
	/** Events in the cell. */
	readonly n: number;
	/** Distinct structures that reported them. */
	readonly structures: number;
	/** Events of the structure that reported most. */
	readonly top: number;
}

/** Rule is the disclosure rule, public: which cells are shown. */
export interface Rule {
	/** Smallest perturbed value shown to all. */
	readonly k: number;
	/** Smallest one shown to those who signed the terms of use. */
	readonly kSigned: number;
	readonly structures: number;
	/** Smallest number of events from other structures than the largest. */
	readonly outsideTop: number;
	/** Smallest number of events, when any, that the hidden children of a shown cell have together. */
	readonly residual: number;
}

/** Readers is who may read a cell: nobody, those who signed, or all. Each includes the one before. */
export type Readers = 'none' | 'signed' | 'all';

/** readersOf tells who may read a cell by itself: enough once perturbed, from enough structures, not carried by one of them. */
export const readersOf = (rule: Rule, { n, structures, top }: CellFacts, y: number): Readers => {
	if (structures < rule.structures || n - top < rule.outsideTop) return 'none';
	if (y >= rule.k) return 'all';
	return y >= rule.kSigned ? 'signed' : 'none';
};
