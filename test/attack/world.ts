import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { CELL_KEY, receivePeriod } from '@vigie/test/attack/bench-world';

/** smallWorld is a month of the demonstration at a third of its volume. */
export const smallWorld = receivePeriod('1', '2026-M09', 0.3);

/** withoutNoise shows true counts, by the same floors. */
export const withoutNoise: Disclosure = {
	mechanism,
	of: ({ n, structures, top }) => {
		if (structures < mechanism.structures || n - top < mechanism.outsideTop || n < mechanism.kSigned)
			return null;
		return { y: n, readers: n >= mechanism.k ? 'all' : 'signed' };
	},
};

/** withoutStructures shows whatever has enough events, be they of one structure. */
export const withoutStructures: Disclosure = {
	mechanism,
	of: (facts) => createDisclosure(mechanism, CELL_KEY).of({ ...facts, structures: 99, top: 0 }),
};
