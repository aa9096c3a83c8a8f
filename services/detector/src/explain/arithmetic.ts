import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Assessment, assessOutage } from '../statistics/outage/assessment.js';
import type { Detected } from '../store/signal-store.js';
import { Count, Witnesses } from '../store/witnesses.js';

/** CountedInputs is what a run kept of a count: of all reports of a series, or of those of one kind. */
const CountedInputs = z.object({
	y: z.array(Count),
	mu: z.array(z.number()),
	noise: z.object({ phi: z.number(), dayVariance: z.number(), squaredError: z.number() }),
	witnesses: Witnesses,
	witnessesLastHour: Witnesses,
	/** Runs of the model's version 2 kept none. */
	isOneVoice: z.boolean().optional(),
	quietMinutes: z.int(),
	assessment: z.object({
		p1h: z.number(),
		p3h: z.number(),
		evidence: z.number(),
		isCalm: z.boolean(),
	}),
});
export type CountedInputs = z.infer<typeof CountedInputs>;

/** OutageInputs is what a run kept of what it read of a series. */
const OutageInputs = CountedInputs.extend({
	slot: z.string(),
	series: z.string(),
	/** The kind of failure on which the level rests; null when it rests on all reports, and runs of the model's version 2 kept none. */
	kind: CountedInputs.extend({ code: z.string(), rarity: z.int().min(1) }).nullish(),
});
type OutageInputs = z.infer<typeof OutageInputs>;

/** Arithmetic is a version of a signal computed again. */
export interface Arithmetic {
	readonly inputs: OutageInputs;
	/** Whether what was kept is what the signal was made of. */
	readonly isIntact: boolean;
	readonly again: Assessment;
	readonly kindAgain: Assessment | null;
	/** Whether this program finds what that run found. */
	readonly isSame: boolean;
}

/** doAgain computes a version of a signal again from what was kept with it. */
export const doAgain = ({ signal, inputs }: Detected): Arithmetic => {
	const read = OutageInputs.parse(JSON.parse(inputs));
	const again = assessOutage(read, read.noise);
	const kindAgain = read.kind ? assessOutage(read.kind, read.kind.noise) : null;
	return {
		inputs: read,
		isIntact: createHash('sha256').update(inputs).digest('hex') === signal.inputsHash,
		again,
		kindAgain,
		isSame:
			JSON.stringify([again, kindAgain]) === JSON.stringify([read.assessment, read.kind?.assessment ?? null]),
	};
};
