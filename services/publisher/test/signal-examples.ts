import { type PrivateSignal, type Rung, SIGNAL_VERSION } from '@vigie/schemas/signal';

const rungOf = (coordinates: Partial<Rung['coordinates']>, structures: number): Rung => ({
	coordinates: { platform: 'ANTS', step: null, kind: null, territory: 'FR', ...coordinates },
	structures,
	sentence: { key: 'outage.platform', parameters: { platform: 'ANTS' } },
});

/** aRung is a series of ANTS. */
export const aRung = rungOf;

/** aSignal is an outage of ANTS that opens at 10:15, seen by seven structures, as a test changes it. */
export const aSignal = (change: Partial<PrivateSignal> = {}): PrivateSignal => ({
	contract: SIGNAL_VERSION,
	id: '7f1de9b4-5a39-4a0e-9d55-0f9a6f1f6b51',
	version: 1,
	transition: 'opened',
	family: 'outage',
	level: 'signal',
	verdict: null,
	onset: '2026-11-16T10:15:00Z',
	asOf: '2026-11-16T10:45:00Z',
	week: null,
	ladder: [rungOf({}, 7)],
	model: { name: 'e-cusum', version: '1' },
	inputsHash: 'ab'.repeat(32),
	...change,
});
