import { createHash } from 'node:crypto';
import { codesByValue, dimensions, positionsOf } from './dimension.js';

/** VocabularyRow tells which code of a dimension a value of the event's column stands for, and its position. */
export interface VocabularyRow {
	readonly dimension: string;
	readonly value: string;
	readonly code: string;
	readonly position: number;
}

/** vocabulary is the whole dictionary, one row a value. */
export const vocabulary: readonly VocabularyRow[] = dimensions.flatMap((dimension) => {
	const positions = new Map(positionsOf(dimension).map((code, position) => [code, position]));
	return codesByValue(dimension).map(([value, code]) => {
		const position = positions.get(code);
		if (position === undefined)
			throw new RangeError(`the taxonomy's ${dimension} leads to a code outside its list`);
		return { dimension, value, code, position };
	});
});

/** edition names this vocabulary: another taxonomy, or another order of its lists, is another edition. */
export const edition = createHash('sha256').update(JSON.stringify(vocabulary)).digest('hex').slice(0, 16);
