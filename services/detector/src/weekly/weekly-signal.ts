import { createHash } from 'node:crypto';
import { releaseInstant, slotOf, weekBounds } from '@vigie/schemas/calendar';
import { FRANCE, type PrivateSignal, SIGNAL_VERSION } from '@vigie/schemas/signal';
import { signalId } from '../live/outage-signal.js';
import type { Level } from '../statistics/levels.js';
import type { Detected } from '../store/signal-store.js';
import type { SeriesName } from './series-names.js';

/** WEEKLY_MODEL is raised when the same inputs would give another signal. */
export const WEEKLY_MODEL = { name: 'weekly-harmonic-bh-e-sr', version: '2' } as const;

type Coordinates = SeriesName['coordinates'];

/** slotOfWeek gives the slot in whose name a week is judged: that of its release. */
export const slotOfWeek = (week: string): string => slotOf(releaseInstant(week));

/** slotOfStart gives the slot in which a week begins. */
export const slotOfStart = (week: string): string => slotOf(weekBounds(week).start);

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const parametersOf = ({ platform, kind, step, territory }: Coordinates): Record<string, string> => ({
	platform,
	...(kind === null ? {} : { kind }),
	...(step === null ? {} : { step }),
	...(territory === FRANCE ? {} : { territory }),
});

/** ladderOf climbs from a series to its platform in France. `structuresOf` counts those behind a series. */
const ladderOf = (
	coordinates: Coordinates,
	key: string,
	structuresOf: (coordinates: Coordinates) => number,
): PrivateSignal['ladder'] => {
	const { platform, territory } = coordinates;
	const rungs: readonly Coordinates[] = [
		coordinates,
		{ platform, step: null, kind: null, territory },
		{ platform, step: null, kind: null, territory: FRANCE },
	];
	const isNew = (rung: Coordinates, at: number): boolean =>
		rungs.findIndex((other) => JSON.stringify(other) === JSON.stringify(rung)) === at;
	return rungs.filter(isNew).map((rung) => ({
		coordinates: rung,
		structures: structuresOf(rung),
		sentence: { key, parameters: parametersOf(rung) },
	}));
};

export interface WeeklyCase {
	readonly family: 'burst' | 'drift' | 'verdict';
	readonly name: Pick<SeriesName, 'id' | 'coordinates'>;
	readonly week: string;
	readonly level: Level;
	readonly verdict: PrivateSignal['verdict'];
	/** First week of what is told. */
	readonly onset: string;
	readonly structuresOf: (coordinates: Coordinates) => number;
	/** What the model read, as a plain value. */
	readonly inputs: object;
	/** The last version of the series' last signal. */
	readonly before: PrivateSignal | null;
	/** Of a verdict, which repair it judges. */
	readonly repair?: NonNullable<PrivateSignal['repair']>;
	readonly model?: PrivateSignal['model'];
}

/** seriesOfSignal names the series of a weekly signal in the detector's memory. */
export const seriesOfSignal = (family: PrivateSignal['family'], id: string): string => `${family}/${id}`;

/** weeklySignal gives what a run says of a series, or null when that is what was said already. */
export const weeklySignal = (one: WeeklyCase): Detected | null => {
	const { family, name, week, level, verdict, before, repair } = one;
	const standing = before === null || before.transition === 'closed' ? null : before;
	if (standing === null && level === 'usual') return null;
	const ladder = ladderOf(
		name.coordinates,
		verdict === null ? family : `${family}.${verdict}`,
		one.structuresOf,
	);
	const same =
		standing?.level === level &&
		standing.verdict === verdict &&
		JSON.stringify(standing.repair) === JSON.stringify(repair) &&
		standing.ladder.every(({ structures }, rung) => structures === ladder[rung]?.structures);
	if (same) return null;
	const series = seriesOfSignal(family, name.id);
	const onset = standing?.onset ?? slotOfStart(one.onset);
	const inputs = JSON.stringify({ week, series, ...one.inputs });
	return {
		series,
		inputs,
		signal: {
			contract: SIGNAL_VERSION,
			id: standing?.id ?? signalId(series, onset, before?.id),
			version: (standing?.version ?? 0) + 1,
			transition: level === 'usual' ? 'closed' : standing === null ? 'opened' : 'changed',
			family,
			level,
			verdict,
			...(repair && { repair }),
			onset,
			asOf: slotOfWeek(week),
			week,
			ladder,
			model: one.model ?? WEEKLY_MODEL,
			inputsHash: digestOf(inputs),
		},
	};
};
