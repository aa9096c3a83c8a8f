/** Figure is one result: what was measured, its bound and its aim; `atLeast` says which way is better. */
export interface Figure {
	readonly name: string;
	readonly value: number;
	readonly must: number;
	readonly aim: number;
	readonly atLeast: boolean;
	readonly detail: string;
}

/** median of a list; 0 when it is empty. */
export const median = (values: readonly number[]): number => {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.floor(sorted.length / 2)] ?? 0;
};

/** holds tells whether a figure meets its bound. */
export const holds = ({ value, must, atLeast }: Figure): boolean => (atLeast ? value >= must : value <= must);

/** round keeps three significant digits, for people. */
export const round = (value: number): number => Number(value.toPrecision(3));
