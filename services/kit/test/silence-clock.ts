import { pino } from 'pino';
import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { createSilenceWatch, type SilenceOptions, type SilenceWatch } from '../src/silence.js';

/** Listening is a watch with a clock that a test moves, and what it said. */
export interface Listening {
	readonly watch: SilenceWatch;
	readonly metrics: Registry;
	/** The lines of its log: message and party. */
	readonly lines: string[];
	/** at moves the clock to a time, checks, and gives who is quiet. */
	at(time: string | number): readonly string[];
	/** says moves the clock to a time at which a party gives a sign. */
	says(party: string, time: string | number): void;
}

/** listen makes a watch; `start` is where its clock begins. */
export const listen = (
	options: Pick<SilenceOptions, 'kind' | 'measure' | 'memory' | 'isExpected'>,
	start: string | number,
): Listening => {
	let now = new Date(start);
	const lines: string[] = [];
	const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
	const metrics = new Registry();
	const watch = createSilenceWatch({ ...options, clock: { now: () => now }, metrics, logger });
	onTestFinished(() => watch.close());
	return {
		watch,
		metrics,
		lines,
		at: (time) => {
			now = new Date(time);
			watch.check();
			return watch.silent();
		},
		says: (party, time) => {
			now = new Date(time);
			watch.heard(party);
		},
	};
};
