import type { Detected } from '../store/signal-store.js';
import { tellOutage } from './tell-outage.js';
import { tellVerdict } from './tell-verdict.js';
import { tellWeekly } from './tell-weekly.js';

/** tellSignal gives the whole reasoning behind a version of a signal, computed again, in lines to print. It holds exact private counts. */
export const tellSignal = (detected: Detected): readonly string[] => {
	const { family } = detected.signal;
	switch (family) {
		case 'outage':
			return tellOutage(detected);
		case 'burst':
		case 'drift':
			return tellWeekly(detected);
		case 'verdict':
			return tellVerdict(detected);
		case 'silence':
			return [`${detected.series}, version ${detected.signal.version}`, detected.inputs];
		default: {
			const never: never = family;
			return never;
		}
	}
};
