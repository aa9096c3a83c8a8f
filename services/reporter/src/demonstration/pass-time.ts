import type { Clock } from '@vigie/schemas/clock';
import type { PublishedSignal } from '@vigie/schemas/signal';
import { lapseQuiet } from '../jobs/lapse.js';
import type { ReportBook } from '../log/report-book.js';
import { letBodiesAnswer } from './let-bodies-answer.js';

/** PassTime lets time go by for the reports, up to an instant. */
export interface PassTime {
	/** tick lets it go by until now. */
	tick(): Promise<void>;
	/** timeOf lets it go by until a signal was published, and gives that instant: in a real world, now. */
	timeOf(signal: PublishedSignal): Promise<Date>;
}

const HOUR_MS = 60 * 60_000;
/** A signal that is older than this was published long ago: it is of a demonstration's past. */
const PAST_MS = 48 * HOUR_MS;
/** From the end of a week to its release. */
const RELEASED_AFTER_MS = 30 * HOUR_MS;

/** openTime is time as it is: reports lapse, and nothing else happens by itself. */
export const openTime = (book: ReportBook, clock: Clock): PassTime => ({
	tick: () => lapseQuiet(book, clock.now()),
	timeOf: async () => clock.now(),
});

/**
 * openDemonstrationTime is time in a demonstration, where two years are loaded in minutes: each signal of the past opens its report at its own time, and
 * before that the bodies have done what they do.
 */
export const openDemonstrationTime = (book: ReportBook, clock: Clock, seed: string): PassTime => {
	const passUntil = async (at: Date): Promise<void> => {
		await letBodiesAnswer(book, at, seed);
		await lapseQuiet(book, at);
	};
	return {
		tick: () => passUntil(clock.now()),
		timeOf: async ({ asOf }) => {
			const now = clock.now();
			const isPast = now.getTime() - Date.parse(asOf) > PAST_MS;
			const at = isPast ? new Date(Date.parse(asOf) + RELEASED_AFTER_MS) : now;
			await passUntil(at);
			return at;
		},
	};
};
