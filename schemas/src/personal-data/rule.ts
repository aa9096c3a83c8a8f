import type { FindingLabel } from './finding.js';
import type { Normalised } from './normalised.js';

/** Found is what a rule saw, in offsets of the normalised text. */
export interface Found {
	readonly label: FindingLabel;
	readonly start: number;
	readonly end: number;
	readonly certain?: boolean;
}

/** Rule looks for one kind of personal data. It is pure, and its time is linear in the length of the text. */
export type Rule = (text: Normalised) => readonly Found[];

/** spansOf gives every match of a global pattern under one label. */
export const spansOf = (label: FindingLabel, text: string, pattern: RegExp): Found[] =>
	Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({
		label,
		start: index,
		end: index + found.length,
	}));
