import type { Candidate, Finding, ShownCell } from './candidate.js';

const breaks = ({ disclosure: { mechanism } }: Candidate, { y, open, signed }: ShownCell): boolean =>
	y === null || !signed || y < (open ? mechanism.k : mechanism.kSigned);

/** acrossTiers checks P9 on the lines to be published: open data is a part of what those who signed read, each from its own floor. */
export const acrossTiers = (candidate: Candidate): readonly Finding[] =>
	[...candidate.shown].flatMap(([cell, line]) =>
		breaks(candidate, line) ? [{ property: 'P9' as const, cell }] : [],
	);
