import type { Score } from './score.js';

const share = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(4));

const row = (cells: readonly (string | number)[]): string =>
	cells.map((cell, index) => (index === 0 ? String(cell).padEnd(16) : String(cell).padStart(9))).join('');

/** reportOf writes a score as people read it: recall by label, texts refused, false refusals. */
export const reportOf = ({ labels, personal, clean }: Score): string =>
	[
		row(['label', 'spans', 'recall', 'named', 'refused']),
		...[...labels]
			.toSorted(([one], [other]) => one.localeCompare(other))
			.map(([label, { spans, found, named, refused }]) =>
				row([label, spans, share(found, spans), share(named, spans), share(refused, spans)]),
			),
		'',
		`texts with personal data   ${personal.texts}, refused ${personal.refused} (${share(personal.refused, personal.texts)})`,
		`texts without              ${clean.texts}, refused ${clean.refused} (false refusals ${share(clean.refused, clean.texts)})`,
		'',
		'recall: a finding touches the span; named: one that calls it what it is; refused: its text is refused',
	].join('\n');
