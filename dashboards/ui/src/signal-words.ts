import { weekBounds } from '@vigie/schemas/calendar';
import { FRANCE } from '@vigie/schemas/signal';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';
import { inPageLanguage } from './catalogue.js';
import { kindName, platformShort, regionName, stepName } from './code-names.js';
import { formats } from './format.js';
import type { SignalSeries, SignalWeek } from './signal-series.js';
import { peakOf, shiftSince } from './signal-size.js';
import { signalTexts } from './signal-texts.js';

const t = inPageLanguage(signalTexts);
/** From twice as many on, "2,3 fois plus" is easier to see than a percentage. */
const TIMES_FROM = 1.95;
/** Less than this is within what the change at random of both numbers can make. */
const MORE_FROM = 1.1;

/** seriesName names a series as sentences do: a platform, with its kind or step, and its région. */
export const seriesName = ({ platform, kind, step, territory }: WeeklySignal['coordinates']): string => {
	const names = [
		platformShort(platform),
		...(kind === null ? [] : [t.quoted(kindName(kind))]),
		...(step === null ? [] : [stepName(step).toLowerCase()]),
	].join(', ');
	return territory === FRANCE ? names : t.inRegion(names, regionName(territory.slice(1)));
};

const sentenceOf = (signal: WeeklySignal, what: string): string => {
	switch (signal.family) {
		case 'burst':
			return t.burst(what);
		case 'drift':
			return t.drift(what);
		case 'verdict':
			if (signal.verdict === 'recovered') return t.recovered(what);
			return signal.verdict === 'regressed' ? t.regressed(what) : t.inObservation(what);
	}
};

/** signalSentence says a signal, without its final stop; the key is the detector's, the words are here. */
export const signalSentence = (signal: WeeklySignal): string =>
	sentenceOf(signal, seriesName(signal.coordinates));

/** headlineOfSignals says one signal or two, with their stops: two that say the same of two series are one sentence. */
export const headlineOfSignals = (first: WeeklySignal, second: WeeklySignal | undefined): string => {
	if (second === undefined) return `${signalSentence(first)}.`;
	const isSame = first.family === second.family && first.verdict === second.verdict;
	if (!isSame) return `${signalSentence(first)}. ${signalSentence(second)}.`;
	return `${sentenceOf(first, t.together(seriesName(first.coordinates), seriesName(second.coordinates)))}.`;
};

/** signalShape says a signal's shape in time: "pic", "hausse durable". */
export const signalShape = ({ family, transition }: WeeklySignal): string => {
	const shape = { burst: t.peak, drift: t.rise, verdict: t.verdict }[family];
	return transition === 'closed' ? t.over(shape) : shape;
};

const dayOf = (week: string): string => formats.day(weekBounds(week).start);

/** closedWeekSentence tells a published week beside what was to be expected of it, as far as it is published. */
export const closedWeekSentence = (
	{ week, value, expected }: SignalWeek,
	plusOrMinus: number,
	number = formats.count,
): string => {
	if (value === null) return t.hiddenWeek(dayOf(week));
	const counted = t.closedWeek(number(value), String(plusOrMinus), dayOf(week));
	if (expected === null) return `${counted}.`;
	const { expected: mu, low, high } = expected;
	const usual = t.usually(counted, number(Math.round(mu)), number(low), number(high));
	const ratio = value / mu;
	if (ratio >= TIMES_FROM) return `${usual} ${t.times(formats.times(ratio))}`;
	return ratio >= MORE_FROM ? `${usual} ${t.more(formats.percent(ratio - 1))}` : usual;
};

const driftSentence = (series: SignalSeries, signal: WeeklySignal): string => {
	const { weeks, size } = shiftSince(series, signal);
	const since = weeks < 2 ? t.sinceOne : t.since(String(weeks));
	// What the published numbers do not show clearly is told without a size.
	if (!size || size.low <= 1) return `${since}.`;
	const [ratio, low, high] = [size.ratio, size.low, size.high].map((of) => formats.change(of - 1));
	return t.size(since, ratio ?? '', low ?? '', high ?? '');
};

/** signalDetail says a signal's size and since when, from published numbers alone; words where they are missing. */
export const signalDetail = (signal: WeeklySignal, series: SignalSeries | null): string => {
	const day = formats.day(new Date(signal.onset));
	if (signal.family === 'verdict') return t.verdictSince(day);
	if (!series) return t.week(day);
	if (signal.family === 'drift') return driftSentence(series, signal);
	const peak = peakOf(series, signal);
	return peak ? closedWeekSentence(peak, series.plusOrMinus) : t.week(day);
};
