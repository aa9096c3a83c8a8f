/**
 * referenceKey is the cell key of the SDC Handbook: the sum of the records' keys, each in [0, 1), modulo 1. It checks our
 * tables against published examples; releases use cellKey, which hides the linear relation between nested cells.
 */
export const referenceKey = (keys: readonly number[]): number => {
	const sum = keys.reduce((total, key) => total + key, 0);
	return sum - Math.floor(sum);
};
