import { CLASS_COUNT } from './chart-style.js';

const roundUp = (value: number): number => {
	const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(value, 1))) - 1);
	return Math.ceil(value / unit) * unit;
};

/** Classes are the upper bounds (included) of the classes of a sequential scale; the last class has none. */
export type Classes = readonly number[];

/** classesOf cuts displayed numbers into classes of about the same number of cells, at round bounds. */
export const classesOf = (values: readonly number[]): Classes => {
	const sorted = values.toSorted((a, b) => a - b);
	const bounds = Array.from({ length: CLASS_COUNT - 1 }, (_, index) =>
		roundUp(sorted[Math.floor(((index + 1) * sorted.length) / CLASS_COUNT)] ?? 0),
	);
	const last = sorted.at(-1) ?? 0;
	return [...new Set(bounds)].filter((bound) => bound < last && bound >= (sorted[0] ?? 0));
};

/** classOf ranks a number, from 0; few classes are spread so that the last is always the darkest. */
export const classOf = (classes: Classes, value: number): number => {
	const rank = classes.findIndex((bound) => value <= bound);
	const own = rank === -1 ? classes.length : rank;
	return CLASS_COUNT - 1 - classes.length + own;
};
