/** Level is the one vocabulary: habituel, à surveiller, signal, signal fort. */
export type Level = 'usual' | 'watch' | 'signal' | 'strong';

/** Burst is what the level of a week's exceedance depends on. */
export interface Burst {
	/** Adjusted value of the run. */
	readonly q: number;
	readonly p: number;
	readonly y: number;
	readonly reporters: number;
	readonly organisations: number;
}

/**
 * levelOfBurst gives the level of a week. At least 3 events from 2 reporters is a rule of display, applied after multiplicity, never
 * before; the gate on structures and organisations comes on top (see `passesGate`).
 */
export const levelOfBurst = ({ q, p, y, reporters, organisations }: Burst): Level => {
	if (q > 0.3 || y < 3 || reporters < 2) return 'usual';
	if (q > 0.1) return 'watch';
	return q <= 0.01 || (p < 1e-4 && organisations >= 3) ? 'strong' : 'signal';
};

// National series are a few dozen, territories thousands: the latter must bring more evidence.
const DRIFT_LEVELS = {
	national: { watch: 250, signal: 1e3, strong: 1e4 },
	territory: { watch: 1e4, signal: 1e5, strong: 1.6e6 },
} as const;

/** levelOfDrift gives the level of the evidence for a lasting change. */
export const levelOfDrift = (evidence: number, scope: keyof typeof DRIFT_LEVELS): Level => {
	const { watch, signal, strong } = DRIFT_LEVELS[scope];
	if (evidence <= watch) return 'usual';
	if (evidence <= signal) return 'watch';
	return evidence <= strong ? 'signal' : 'strong';
};
