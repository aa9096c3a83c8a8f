import { createHmac } from 'node:crypto';
import { weekBounds, weekOfSlot } from '@vigie/schemas/calendar';
import {
	FRANCE,
	type PrivateSignal,
	type PublishedSignal,
	type Rung,
	type SeriesCoordinates,
	SIGNAL_VERSION,
	type WeeksBand,
} from '@vigie/schemas/signal';
import { bandOf } from './band.js';

/** Live levels are shown from so many distinct structures, until there are fewer than half of them. */
export const LIVE_STRUCTURES = 6;
export const LIVE_STRUCTURES_OFF = LIVE_STRUCTURES / 2;
const CLOSED_STRUCTURES = 3;

export interface Door {
	/** The cell key: what left is named after it, so that no private identifier can be found again. */
	readonly secret: Buffer;
	readonly world: 'demo' | 'real';
}

/**
 * IsDisplayed tells whether the open tier shows the cell of a series in the release of the signal's week; for a verdict, whether a signal was ever
 * told of the series: its end may be told where it was.
 */
export type IsDisplayed = (coordinates: SeriesCoordinates) => boolean;

type Shown = Pick<PublishedSignal, 'coordinates' | 'level' | 'verdict' | 'band' | 'sentence' | 'repair'>;

const publishedId = (secret: Buffer, id: string): string =>
	createHmac('sha256', secret).update(`sg1${id}`).digest('hex').slice(0, 32);

const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);

const isLive = ({ week }: PrivateSignal): boolean => week === null;

/** What is judged live is told of a platform, in France or in a région, nothing finer. */
const mayBeLive = ({ step, kind, territory }: SeriesCoordinates): boolean =>
	step === null && kind === null && (territory === FRANCE || territory.startsWith('R'));

/** mayShow tells whether a signal may be told at a rung; `stands` when it is told there already. */
const mayShow = (
	signal: PrivateSignal,
	{ coordinates, structures }: Rung,
	isDisplayed: IsDisplayed,
	stands: boolean,
): boolean => {
	if (coordinates.platform === null) return false;
	if (!isLive(signal)) return structures >= CLOSED_STRUCTURES && isDisplayed(coordinates);
	return mayBeLive(coordinates) && structures >= (stands ? LIVE_STRUCTURES_OFF : LIVE_STRUCTURES);
};

const weeksBands = [
	[9, '9+'],
	[5, '5-8'],
	[3, '3-4'],
	[2, '2'],
	[1, '1'],
] as const satisfies readonly (readonly [number, WeeksBand])[];

/** weeksBandOf gives the band of a number of weeks. */
const weeksBandOf = (weeks: number | null): WeeksBand | null =>
	weeks === null ? null : (weeksBands.find(([least]) => weeks >= least)?.[1] ?? null);

/** What leaves of a repair: which one it is (its report is public), how long it takes yet and who answered, in bands. */
const repairOf = ({ repair }: PrivateSignal): Pick<PublishedSignal, 'repair'> =>
	repair === undefined
		? {}
		: {
				repair: {
					report: repair.report,
					effectiveFrom: repair.effectiveFrom,
					weeksToDecide: weeksBandOf(repair.weeksToDecide),
					mended: bandOf(repair.mended),
					broken: bandOf(repair.broken),
				},
			};

const shownAt = (signal: PrivateSignal, { coordinates, structures, sentence }: Rung): Shown | null => {
	const { platform, step, kind, territory } = coordinates;
	if (platform === null) return null;
	return {
		coordinates: { platform, step, kind, territory },
		level: signal.level,
		verdict: signal.verdict,
		band: bandOf(structures),
		sentence,
		...repairOf(signal),
	};
};

const slotText = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;

/** A closed week's signal tells no finer than the week in which it began. */
const onsetOf = (signal: PrivateSignal): string =>
	isLive(signal) ? signal.onset : slotText(weekBounds(weekOfSlot(signal.onset)).start);

const MINUTE_MS = 60_000;

const say = (
	door: Door,
	signal: PrivateSignal,
	before: PublishedSignal | null,
	transition: PublishedSignal['transition'],
	shown: Shown,
): PublishedSignal | null => {
	// A silence says how many did not report: it never leaves.
	if (signal.family === 'silence') return null;
	const onset = transition === 'opened' || before === null ? onsetOf(signal) : before.onset;
	const lasted = Math.floor((Date.parse(signal.asOf) - Date.parse(onset)) / MINUTE_MS);
	return {
		contract: SIGNAL_VERSION,
		id: publishedId(door.secret, signal.id),
		version: (before?.version ?? 0) + 1,
		world: door.world,
		transition,
		family: signal.family,
		...shown,
		onset,
		asOf: signal.asOf,
		durationMinutes: Math.max(0, lasted),
		model: signal.model,
	};
};

/** The last word of a verdict is said as it ends. */
const closing = (signal: PrivateSignal, before: PublishedSignal, sentence = before.sentence): Shown => ({
	coordinates: before.coordinates,
	level: 'usual',
	verdict: signal.verdict,
	band: null,
	sentence,
	...repairOf(signal),
});

/** follow judges a signal that is told already: where it was told, it stays, until it ends. */
const follow = (
	door: Door,
	signal: PrivateSignal,
	before: PublishedSignal,
	isDisplayed: IsDisplayed,
): PublishedSignal | null => {
	const rung = signal.ladder.find(({ coordinates }) => same(coordinates, before.coordinates));
	if (signal.transition === 'closed')
		return say(door, signal, before, 'closed', closing(signal, before, rung?.sentence));
	if (rung && mayShow(signal, rung, isDisplayed, true)) {
		const now = shownAt(signal, rung);
		const { coordinates, level, verdict, band, sentence, repair } = before;
		const then = { coordinates, level, verdict, band, sentence, ...(repair && { repair }) };
		if (now === null || same(now, then)) return null;
		return say(door, signal, before, 'changed', now);
	}
	// Live, too few are left to say it; of a closed week, its last word stands until the signal ends.
	return isLive(signal) ? say(door, signal, before, 'closed', closing(signal, before)) : null;
};

/**
 * judge gives what is to be published of a signal, or null when nothing new may be said: at the nearest of its series that may be shown,
 * a level, since when, how long, a band of structures. `before` is what was last published of it.
 */
export const judge = (
	door: Door,
	signal: PrivateSignal,
	before: PublishedSignal | null,
	isDisplayed: IsDisplayed,
): PublishedSignal | null => {
	if (before !== null && before.transition !== 'closed') return follow(door, signal, before, isDisplayed);
	if (signal.transition === 'closed') return null;
	const rung = signal.ladder.find((candidate) => mayShow(signal, candidate, isDisplayed, false));
	const shown = rung ? shownAt(signal, rung) : null;
	return shown ? say(door, signal, before, 'opened', shown) : null;
};
