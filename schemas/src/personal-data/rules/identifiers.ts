import { type Rule, spansOf } from '../rule.js';

const plate = /(?<![\p{L}0-9])[A-HJ-NP-TV-Z]{2}[ -]?[0-9]{3}[ -]?[A-HJ-NP-TV-Z]{2}(?![\p{L}0-9])/gu;
const oldPlate = /(?<![\p{L}0-9])[0-9]{3,4} [A-Z]{2,3} (?:[0-9]{2}|2[AB])(?![\p{L}0-9])/gu;
const handle = /(?<![\p{L}0-9._@])@[\p{L}_][\p{L}0-9_.]{2,29}/gu;

/** findPlates finds number plates of vehicles. */
export const findPlates: Rule = ({ text }) =>
	[plate, oldPlate].flatMap((pattern) => spansOf('immatriculation', text, pattern));

/** findHandles finds the names that people go by on networks: `@dupont75`. */
export const findHandles: Rule = ({ text }) => spansOf('pseudonyme', text, handle);
