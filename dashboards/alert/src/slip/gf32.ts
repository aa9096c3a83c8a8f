/**
 * Arithmetic in the field of 32 elements (x^5 + x^2 + 1): one element is one character of a slip code, so that two check
 * characters catch any one or two characters misread, and any two swapped.
 */
const POLYNOMIAL = 0b100101;

/** multiply multiplies two elements (0 to 31). */
export const multiply = (a: number, b: number): number => {
	let product = 0;
	for (let bit = 0; bit < 5; bit += 1) if ((b >> bit) & 1) product ^= a << bit;
	for (let bit = 8; bit >= 5; bit -= 1) if ((product >> bit) & 1) product ^= POLYNOMIAL << (bit - 5);
	return product;
};

/** evaluate computes a polynomial at a point, highest power first (Horner). Addition is XOR. */
export const evaluate = (coefficients: readonly number[], at: number): number =>
	coefficients.reduce((value, coefficient) => multiply(value, at) ^ coefficient, 0);
