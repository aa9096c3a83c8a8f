import type { Finding } from '@vigie/schemas/personal-data/finding';

/** Piece is a part of a text, marked when it looks like personal data. */
export interface Piece {
	readonly text: string;
	readonly marked: boolean;
}

/** markFindings cuts a text where findings begin and end; the pieces make the text again. */
export const markFindings = (text: string, findings: readonly Finding[]): Piece[] => {
	const pieces: Piece[] = [];
	let last = 0;
	const add = (end: number, marked: boolean): void => {
		if (end <= last) return;
		pieces.push({ text: text.slice(last, end), marked });
		last = end;
	};
	for (const { start, end } of findings) {
		add(start, false);
		add(end, true);
	}
	add(text.length, false);
	return pieces;
};
