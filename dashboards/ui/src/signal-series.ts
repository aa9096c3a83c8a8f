import type { Manifest } from '@vigie/schemas/http';
import { nodeOf } from '@vigie/schemas/lattice';
import { cellOfSeries } from '@vigie/schemas/published-cell';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';
import { type ExpectedWeek, expectWeeks } from './expected-weeks.js';
import { type Answer, mapAnswer } from './fetch-json.js';
import { readWeeks } from './released-weeks.js';
import { plusOrMinus } from './uncertainty.js';

/** SHOWN_WEEKS is the length of the small chart beside a signal. */
const SHOWN_WEEKS = 26;

/** SignalWeek is a published week of a signal's series. */
export interface SignalWeek {
	readonly week: string;
	/** Null when not published. */
	readonly value: number | null;
	/** Null where no line can be drawn. */
	readonly expected: ExpectedWeek | null;
}

/** SignalSeries is what is published of the series of a signal: half a year of it, the last week told with its ±. */
export interface SignalSeries {
	readonly weeks: readonly SignalWeek[];
	readonly plusOrMinus: number;
}

/** isAbove tells whether a published week is above its threshold: it is drawn in red. */
export const isAbove = ({ value, expected }: Pick<SignalWeek, 'value' | 'expected'>): boolean =>
	value !== null && expected !== null && value > expected.threshold;

/**
 * readSignalSeries reads the series of a signal over consecutive weekly releases (`consecutiveWeeks`), and computes what was expected of its last half
 * year. Null when the releases hold no such series.
 */
export const readSignalSeries = async (
	{ coordinates }: WeeklySignal,
	releases: readonly Manifest[],
): Promise<Answer<SignalSeries | null>> => {
	const cell = cellOfSeries(coordinates);
	const node = cell && nodeOf('week', cell.node);
	if (!cell || !node) return { ok: true, value: null };
	const selection = Object.fromEntries(
		node.dimensions.map((dimension, rank) => [dimension, [cell.coordinates[rank] ?? '']]),
	);
	const series = await readWeeks(node, selection, releases);
	if (!series.ok) return series;
	const from = Math.max(0, releases.length - SHOWN_WEEKS);
	const expected = await expectWeeks(series.value, from);
	return mapAnswer(series, ({ weeks, values }) => ({
		weeks: weeks.slice(from).map((week, rank) => ({
			week,
			value: values[from + rank] ?? null,
			expected: expected[rank] ?? null,
		})),
		plusOrMinus: plusOrMinus(1, releases.at(-1)?.mechanism.V ?? 0),
	}));
};
