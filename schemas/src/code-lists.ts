import type { Event, EventKind } from './events.js';
import type { ListName } from './taxonomy.js';

type FieldOf<Kind extends EventKind> = Exclude<
	keyof Extract<Event, { kind: Kind }>,
	| 'id'
	| 'revision'
	| 'retracted'
	| 'kind'
	| 'version'
	| 'taxonomy'
	| 'observedAt'
	| 'loop'
	| 'hopBucket'
	| 'mended'
>;

const failure = {
	platform: 'platforms',
	step: 'steps',
	failureKind: 'failureKinds',
	benefit: 'benefits',
	consequence: 'consequences',
	personsConcerned: 'personsConcerned',
	alternative: 'alternatives',
	timeSpent: 'timesSpent',
	factors: 'factors',
} as const;

/** codeLists says, for each field of each kind of event that holds codes, which list of the taxonomy they come from. */
export const codeLists = {
	'dysfunction.alerted': failure,
	'procedure.failed': { ...failure, procedureChannel: 'procedureChannels', outcome: 'outcomes' },
	'nontakeup.signalled': {
		benefit: 'benefits',
		situation: 'situations',
		declaredType: 'nonTakeUpTypes',
		reason: 'nonTakeUpReasons',
		duration: 'durations',
		discovery: 'discoveries',
		personsConcerned: 'personsConcerned',
	},
	'referral.made': {
		from: 'referralFamilies',
		to: 'referralFamilies',
		need: 'referralNeeds',
		reason: 'referralReasons',
		outcome: 'referralOutcomes',
		response: 'referralResponses',
		benefit: 'benefits',
	},
	'repair.confirmed': { platform: 'platforms', step: 'steps', failureKind: 'failureKinds' },
} as const satisfies { [Kind in EventKind]: Record<FieldOf<Kind>, ListName> };
