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
	/** Smallest perturbed value shown. */
	readonly k: number;
	readonly structures: number;
	/** Smallest number of events from other structures than the largest. */
	readonly outsideTop: number;
}

/** isShown tells whether a cell may be read: enough once perturbed, from enough structures, not carried by one of them. */
export const isShown = (rule: Rule, { n, structures, top }: CellFacts, y: number): boolean =>
	y >= rule.k && structures >= rule.structures && n - top >= rule.outsideTop;
