import type { VersionedEvent } from '@vigie/schemas/event-reader';
import { codesOf, inferNonTakeUpType, NON_PRECISE } from '@vigie/schemas/taxonomy';

// Widened on purpose: a column may hold any code.
const omitted: string = NON_PRECISE;
const noFactors: readonly string[] = [];

/** blank holds every dimension of `private.events`, left out. */
const blank = {
	platform: omitted,
	step: omitted,
	failureKind: omitted,
	benefit: omitted,
	consequence: omitted,
	personsConcerned: omitted,
	alternative: omitted,
	timeSpent: omitted,
	outcome: omitted,
	procedureChannel: omitted,
	situation: omitted,
	nonTakeUpDeclared: omitted,
	nonTakeUpType: omitted,
	nonTakeUpReason: omitted,
	duration: omitted,
	discovery: omitted,
	referralFrom: omitted,
	referralTo: omitted,
	loop: omitted,
	hopBucket: omitted,
	need: omitted,
	referralReason: omitted,
	referralOutcome: omitted,
	referralResponse: omitted,
	mended: omitted,
	factors: noFactors,
};

/** Dimensions are the codes of an event, one column each. */
export type Dimensions = Readonly<typeof blank>;

const inferred = new Map<string, string>(
	codesOf('situations').map((situation) => [situation, inferNonTakeUpType(situation)]),
);

const inferredFrom = (situation: string): string => {
	const type = inferred.get(situation);
	// Guessing would store a wrong type for ever; a dead letter can be replayed by a loader that knows the code.
	if (type === undefined) throw new RangeError('a situation outside the taxonomy');
	return type;
};

const failureOf = (event: Extract<VersionedEvent, { kind: 'dysfunction.alerted' | 'procedure.failed' }>) => ({
	platform: event.platform,
	step: event.step ?? NON_PRECISE,
	failureKind: event.failureKind ?? NON_PRECISE,
	benefit: event.benefit ?? NON_PRECISE,
	consequence: event.consequence ?? NON_PRECISE,
	personsConcerned: event.personsConcerned ?? NON_PRECISE,
	alternative: event.alternative ?? NON_PRECISE,
	timeSpent: event.timeSpent ?? NON_PRECISE,
	factors: event.factors ?? noFactors,
});

/** dimensionsOf lays an event's codes into columns: NON_PRECISE for what was left out, the non-take-up type inferred from its situation. */
export const dimensionsOf = (event: VersionedEvent): Dimensions => {
	switch (event.kind) {
		case 'dysfunction.alerted':
			return { ...blank, ...failureOf(event) };
		case 'procedure.failed':
			return {
				...blank,
				...failureOf(event),
				procedureChannel: event.procedureChannel,
				outcome: event.outcome ?? NON_PRECISE,
			};
		case 'nontakeup.signalled':
			return {
				...blank,
				benefit: event.benefit,
				situation: event.situation,
				nonTakeUpDeclared: event.declaredType,
				nonTakeUpType: inferredFrom(event.situation),
				nonTakeUpReason: event.reason ?? NON_PRECISE,
				duration: event.duration ?? NON_PRECISE,
				discovery: event.discovery ?? NON_PRECISE,
				personsConcerned: event.personsConcerned ?? NON_PRECISE,
			};
		case 'referral.made':
			return {
				...blank,
				referralFrom: event.from,
				referralTo: event.to,
				loop: event.loop,
				hopBucket: event.hopBucket,
				need: event.need,
				referralReason: event.reason,
				referralOutcome: event.outcome ?? NON_PRECISE,
				referralResponse: event.response ?? NON_PRECISE,
				benefit: event.benefit ?? NON_PRECISE,
			};
		case 'repair.confirmed':
			return {
				...blank,
				platform: event.platform,
				step: event.step ?? NON_PRECISE,
				failureKind: event.failureKind ?? NON_PRECISE,
				mended: event.mended,
			};
		default: {
			const never: never = event;
			return never;
		}
	}
};
