const digitFor: Readonly<Record<string, string>> = {
	O: '0',
	o: '0',
	О: '0',
	о: '0',
	Ο: '0',
	ο: '0',
	I: '1',
	i: '1',
	l: '1',
	S: '5',
	s: '5',
	B: '8',
	Z: '2',
	z: '2',
};

// What is written without a space, of digits and of letters that look like one; A is Corsica's, within a social security number.
const run = /[0-9OoОоΟοIilSsBZzAa]+/g;
const loose = /[OoОоΟοIil]/g;
const strict = /(?<=[0-9])[SsBZz](?=[0-9])/g;
const onlyLoose = /^[OoОоΟοIil]{1,2}$/;
const onlyZeros = /^[OoОоΟο]{1,2}$/;
const letter = /\p{L}/u;
const digitBefore = /[0-9][ ./|_-]?$/;
const digitAfter = /^[ ./|_-]?[0-9]/;

const turn = (text: string, letters: RegExp): string =>
	text.replace(letters, (character) => digitFor[character] ?? character);

/**
 * digitsOf turns letters that stand for digits into them, the length kept: `O6 I2 34` reads 06 12 34. A letter counts only within a run
 * that has a digit and touches no other letter, or as zeros between digits; S, B and Z only between two digits, for `S1 2026` is a semester.
 */
export const digitsOf = (text: string): string =>
	text.replace(run, (found: string, at: number) => {
		const before = text.slice(Math.max(0, at - 2), at);
		const after = text.slice(at + found.length, at + found.length + 2);
		if (letter.test(before.slice(-1)) || letter.test(after.slice(0, 1))) return found;
		if (/[0-9]/.test(found)) return turn(turn(turn(found, loose), strict), strict);
		if (!digitAfter.test(after)) return found;
		return onlyZeros.test(found) || (onlyLoose.test(found) && digitBefore.test(before))
			? turn(found, loose)
			: found;
	});
