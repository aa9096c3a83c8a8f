import { createHash } from 'node:crypto';
import { FRANCE, type PrivateSignal, SIGNAL_VERSION } from '@vigie/schemas/signal';
import { codesOf } from '@vigie/schemas/taxonomy';
import { signalId } from '../live/outage-signal.js';
import { expectByMovingLevel } from '../statistics/moving-level.js';
import { judgeSilence } from '../statistics/silence.js';
import type { WeeklySeries } from '../statistics/weekly-series.js';
import type { Detected } from '../store/signal-store.js';
import type { WeeklyHistory } from './history.js';
import { slotOfStart, slotOfWeek } from './weekly-signal.js';

/** SILENCE_MODEL is raised when the same inputs would give another silence. */
const SILENCE_MODEL = { name: 'lower-tail-of-reporters', version: '1' } as const;

/** Weeks without which nobody can say how many report in a département. */
const LEAST_WEEKS = 26;

/** One object a département, week after week: the model goes on from the week before. */
const remembered = new WeakMap<readonly (number | null)[], WeeklySeries & { readonly prior: number }>();

const seriesOf = (
	reporters: readonly (number | null)[],
	nation: readonly (number | null)[],
): WeeklySeries & { readonly prior: number } => {
	const known = remembered.get(reporters);
	if (known) return known;
	const sum = (list: readonly (number | null)[]): number =>
		list.slice(0, LEAST_WEEKS).reduce<number>((total, n) => total + (n ?? 0), 0);
	const series = {
		counts: reporters,
		exposure: nation,
		prior: (sum(reporters) + 0.5) / Math.max(1, sum(nation)),
	};
	remembered.set(reporters, series);
	return series;
};

const signalOf = (
	territory: string,
	week: string,
	isSilent: boolean,
	inputs: string,
	before: PrivateSignal | null,
): PrivateSignal | null => {
	const standing = before === null || before.transition === 'closed' ? null : before;
	if (isSilent === (standing !== null)) return null;
	const onset = standing?.onset ?? slotOfStart(week);
	return {
		contract: SIGNAL_VERSION,
		id: standing?.id ?? signalId(`silence/${territory}`, onset, before?.id),
		version: (standing?.version ?? 0) + 1,
		transition: isSilent ? 'opened' : 'closed',
		family: 'silence',
		level: isSilent ? 'signal' : 'usual',
		verdict: null,
		onset,
		asOf: slotOfWeek(week),
		week,
		ladder: [
			{
				coordinates: { platform: null, step: null, kind: null, territory },
				structures: 0,
				sentence: { key: 'silence', parameters: { territory } },
			},
		],
		model: SILENCE_MODEL,
		inputsHash: createHash('sha256').update(inputs).digest('hex'),
	};
};

/**
 * judgeSilences tells in which départements fewer people report than their share of the country's: without it, an offset by active reporters
 * would hide what keeps everybody from reporting. It never leaves; it is for those who run Vigie.
 */
export const judgeSilences = (
	history: WeeklyHistory,
	before: ReadonlyMap<string, PrivateSignal>,
): readonly Detected[] => {
	const at = history.weeks.length - 1;
	const week = history.weeks[at];
	const nation = history.reporters.get(FRANCE) ?? [];
	if (week === undefined || at < LEAST_WEEKS || !nation[at]) return [];
	return codesOf('departements').flatMap((territory): Detected[] => {
		const reporters = history.reporters.get(territory);
		const count = reporters?.[at] ?? null;
		if (!reporters || count === null) return [];
		const series = seriesOf(reporters, nation);
		// A level that does not learn the last weeks: a silence must not become usual while it lasts.
		const expected = expectByMovingLevel(series, at, { priorMean: series.prior, steady: true });
		if (expected === null) return [];
		const silence = judgeSilence(count, expected);
		const name = `silence/${territory}`;
		const inputs = JSON.stringify({
			week,
			series: name,
			count,
			mu: expected.mu,
			spread: expected.spread,
			p: silence.p,
		});
		const signal = signalOf(territory, week, silence.isSilent, inputs, before.get(name) ?? null);
		return signal ? [{ series: name, signal, inputs }] : [];
	});
};
