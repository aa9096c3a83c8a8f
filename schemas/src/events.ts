import { z } from 'zod';
import { DysfunctionAlerted } from './events/dysfunction-alerted.js';
import { NonTakeUpSignalled } from './events/nontakeup-signalled.js';
import { ProcedureFailed } from './events/procedure-failed.js';
import { ReferralMade } from './events/referral-made.js';
import { RepairConfirmed } from './events/repair-confirmed.js';

/** Event is what a worker's browser or a machine client sends: strict, so that an unknown field is refused, not stripped. */
export const Event = z.discriminatedUnion('kind', [
	DysfunctionAlerted,
	ProcedureFailed,
	NonTakeUpSignalled,
	ReferralMade,
	RepairConfirmed,
]);
export type Event = z.infer<typeof Event>;
export type EventKind = Event['kind'];

/** eventSchemas names each published version of each kind; published versions never change. */
export const eventSchemas = {
	'dysfunction.alerted': { '1-0-0': DysfunctionAlerted },
	'procedure.failed': { '1-0-0': ProcedureFailed },
	'nontakeup.signalled': { '1-0-0': NonTakeUpSignalled },
	'referral.made': { '1-0-0': ReferralMade },
	'repair.confirmed': { '1-0-0': RepairConfirmed },
} as const satisfies Record<EventKind, Record<string, z.ZodType>>;

/** familyOf tells which events are counted together: alerts with failed procedures, and each other kind alone; answers about a repair are in no release. */
export const familyOf = (kind: EventKind): 'failures' | 'nontakeup' | 'referrals' | 'repairs' => {
	switch (kind) {
		case 'dysfunction.alerted':
		case 'procedure.failed':
			return 'failures';
		case 'nontakeup.signalled':
			return 'nontakeup';
		case 'referral.made':
			return 'referrals';
		case 'repair.confirmed':
			return 'repairs';
		default: {
			const never: never = kind;
			return never;
		}
	}
};
