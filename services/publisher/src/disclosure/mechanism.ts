import type { Rule } from './display.js';
import type { Noise } from './p-table.js';

/** Mechanism is how releases are made: public and printed in each manifest; only the keys are secret. */
export type Mechanism = Noise &
	Rule & {
		/** Name of the pair of keys that releases are made with; a new pair is a new base, whose numbers do not compare exactly. */
		readonly base: string;
	};

/**
 * mechanism is the one that releases are made with from now on. D and V were chosen on the bench of attacks, for who knows all other
 * events (A9). With D = 5 and V = 4, one cell in a hundred shows a value that the same cell with one event less cannot show: then they are
 * certain. With D = 8 and V = 6.25 they gain 4 points on average, and more than 5 where the large cells that all share drew badly. A
 * wider noise all but never reaches its bound, and leaves less to learn of each cell. Floors follow D, so that 5 events (11 for all) stand
 * behind whatever is shown.
 */
export const mechanism = {
	D: 10,
	V: 9,
	js: 2,
	k: 21,
	kSigned: 15,
	structures: 3,
	outsideTop: 5,
	residual: 5,
	base: '1',
} as const satisfies Mechanism;

/** The floors that no option lowers, for however small a deployment: events and structures behind anything shown. */
const FLOORS = { events: 5, structures: 3 } as const;

/** MechanismRefused says which parameter would show too little a group, or none at all. */
export class MechanismRefused extends Error {
	override name = 'MechanismRefused';
}

const complaintsOf = ({ D, V, js, k, kSigned, structures, outsideTop, residual }: Mechanism) =>
	[
		[Number.isInteger(D) && D >= 1 && D <= 50, 'D must be a whole number from 1 to 50'],
		[V > 0 && V <= D * D, 'V must be above 0 and at most D²'],
		[Number.isInteger(js) && js >= 0 && js < D, 'js must be a whole number below D'],
		[kSigned - D >= FLOORS.events, `kSigned - D must be at least ${FLOORS.events}`],
		[k >= kSigned, 'k, for all, must not be below kSigned'],
		[structures >= FLOORS.structures, `structures must be at least ${FLOORS.structures}`],
		[outsideTop >= FLOORS.events, `outsideTop must be at least ${FLOORS.events}`],
		[residual >= FLOORS.events, `residual must be at least ${FLOORS.events}`],
	] as const;

/** checkMechanism refuses parameters under the floors, or that make no table. Errors: MechanismRefused, naming each. */
export const checkMechanism = (asked: Mechanism): Mechanism => {
	const complaints = complaintsOf(asked).flatMap(([holds, sentence]) => (holds ? [] : [sentence]));
	if (complaints.length > 0) throw new MechanismRefused(complaints.join('; '));
	return asked;
};
