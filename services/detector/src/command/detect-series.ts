import { type Drift, evidenceOf, feedDrift, shiftOf, startDrift } from '../statistics/drift.js';
import { expectWeek } from '../statistics/expect-week.js';
import type { Mode } from '../statistics/expectation.js';
import { judge } from '../statistics/judgement.js';
import type { WeeklySeries } from '../statistics/weekly-series.js';
import { readSeriesFile } from './series-file.js';
import { type WeekNames, weekNames } from './week-names.js';

/** Evidence for a drift is gathered over the year before the first week asked for, once a season can be modelled. */
const FULL_FROM = 78;
const EVIDENCE_WEEKS = 52;

const MODES = ['harmonic', 'farringtonFlexible'] as const satisfies readonly Mode[];

interface Asked {
	readonly series: WeeklySeries;
	readonly names: WeekNames;
	readonly from: number;
	readonly to: number;
	readonly since: number;
	readonly alpha: number;
}

const describe = ({ series, names, alpha }: Asked, week: number, mode: Mode, drift: Drift) => {
	const y = series.counts[week] ?? null;
	const expected = expectWeek(series, week, { mode });
	if (!expected) return null;
	const { model, rung, trend, weeks, squaredError } = expected;
	const shift = shiftOf(drift);
	// A missing week is expected all the same, and cannot be judged.
	const judged = judge(y ?? 0, expected, alpha);
	return {
		mu: judged.mu,
		phi: judged.phi,
		spread: judged.spread,
		squaredError,
		bound: judged.bound,
		low: judged.low,
		high: judged.high,
		p: y === null ? null : judged.p,
		midp: y === null ? null : judged.midp,
		esr: evidenceOf(drift),
		shift: shift && { ...shift, onset: names.nameOf(shift.onset) },
		model,
		rung,
		trend,
		weeks,
	};
};

type Described = ReturnType<typeof describe>;

/** followMode judges each week asked for, the evidence for a drift having been gathered since the first week it can be. */
const followMode = (asked: Asked, mode: Mode): Described[] => {
	const { series, from, to, since } = asked;
	const described: Described[] = [];
	let drift = startDrift();
	for (let week = Math.min(since, from); week <= to; week += 1) {
		const y = series.counts[week] ?? null;
		const expected = week >= since && y !== null ? expectWeek(series, week, { mode }) : null;
		if (expected && y !== null) drift = feedDrift(drift, week, y, { mu: expected.mu, phi: expected.spread });
		if (week >= from) described.push(describe(asked, week, mode, drift));
	}
	return described;
};

const readAlpha = (text: string | undefined): number => {
	const alpha = Number(text ?? 0.01);
	if (alpha > 0 && alpha < 1) return alpha;
	throw new Error('alpha doit être entre 0 et 1.');
};

const askedOf = async (options: Options): Promise<Asked> => {
	const { start, counts, reporters, holidayShare, breaks } = await readSeriesFile(options.file);
	const names = weekNames(start, counts.length);
	const [first, last] = (options.week ?? String(counts.length - 1)).split('..').map(names.indexOf);
	const from = first ?? counts.length - 1;
	const to = last ?? from;
	if (to < from) throw new Error('La deuxième semaine demandée vient avant la première.');
	const since =
		options.since === undefined
			? Math.min(Math.max(FULL_FROM, from - EVIDENCE_WEEKS), from)
			: names.indexOf(options.since);
	const series = {
		counts,
		...(reporters ? { exposure: reporters } : {}),
		...(holidayShare ? { holidayShare } : {}),
		...(breaks ? { breaks } : {}),
		...(/^\d{4}-\d{2}-\d{2}$/.test(start) ? { firstDay: start } : {}),
	};
	return { series, names, from, to, since, alpha: readAlpha(options.alpha) };
};

/** Options are what the command was asked. */
export interface Options {
	readonly file: string;
	readonly week: string | undefined;
	readonly since: string | undefined;
	readonly alpha: string | undefined;
}

/**
 * detectSeries gives what both modes say of a week of a series, or of each week of a range: mean, dispersion, bound, p, mid-p and the e-SR evidence.
 * A mode is null where nothing can be expected. Errors: Error, whose message is a sentence for whoever called.
 */
export const detectSeries = async (options: Options) => {
	const asked = await askedOf(options);
	const { series, names, from, to, since, alpha } = asked;
	const [harmonic, farringtonFlexible] = MODES.map((mode) => followMode(asked, mode));
	const weeks = Array.from({ length: to - from + 1 }, (_, index) => ({
		week: names.nameOf(from + index),
		index: from + index,
		y: series.counts[from + index] ?? null,
		harmonic: harmonic?.[index] ?? null,
		farringtonFlexible: farringtonFlexible?.[index] ?? null,
	}));
	const context = {
		alpha,
		esrSince: names.nameOf(since),
		pastYears: series.firstDay ? 'by date' : '52 weeks apart',
	};
	return weeks.length === 1 ? { ...context, ...weeks[0] } : { ...context, weeks };
};
