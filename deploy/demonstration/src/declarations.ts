import { hourOf } from '@vigie/schemas/calendar';
import type { Event } from '@vigie/schemas/events';
import { TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import { situations } from '@vigie/schemas/taxonomy/lists/situations';
import * as mix from './mix.js';
import { createPicker, type Random, uuid, type Weights } from './random.js';
import type { DemoWorker } from './workers.js';

/** Failure is what went wrong, before it is known how it is declared. */
export interface Failure {
	readonly platform: string;
	readonly benefit: string;
	readonly step: string;
	readonly kind: string;
}

type Tables = Readonly<Record<string, Weights>>;

/** createTable prepares draws from a table of tables; `other` serves the keys that are not named. */
const createTable = (tables: Tables) => {
	const pickers = new Map(Object.entries(tables).map(([key, weights]) => [key, createPicker(weights)]));
	return (random: Random, key: string): string => {
		const pick = pickers.get(key) ?? pickers.get('other');
		if (!pick) throw new RangeError('the mix has no row for this code');
		return pick(random);
	};
};

const benefitOf = createTable(mix.benefitWeights);
const stepOf = createTable(mix.stepWeights);
const kindOf = createTable(mix.kindWeights);
const consequenceOf = createTable(mix.consequenceWeights);
const personsOf = createPicker(mix.personsWeights);
const alternativeOf = createPicker(mix.alternativeWeights);
const timeOf = createPicker(mix.timeWeights);
const outcomeOf = createPicker(mix.outcomeWeights);
const channelOf = createPicker(mix.channelWeights);
const nonTakeUpOf = createPicker(mix.nonTakeUpWeights);
const situationOf = createPicker(
	Object.fromEntries(mix.situationWeights.map((weight, index) => [index, weight])),
);
const destinationOf = createTable(mix.referralWeights);
const needOf = createPicker(mix.needWeights);
const reasonOf = createPicker(mix.reasonWeights);
const referralOutcomeOf = createPicker(mix.referralOutcomeWeights);

/** drawFailure draws what goes wrong on a platform: benefit, then step given the benefit, then kind given the step. */
export const drawFailure = (random: Random, platform: string): Failure => {
	const benefit = benefitOf(random, platform);
	const step = stepOf(random, benefit);
	const row = `${platform} ${step}`;
	return { platform, benefit, step, kind: kindOf(random, row in mix.kindWeights ? row : step) };
};

const envelope = (random: Random, atMs: number) => ({
	id: uuid(random),
	revision: 0,
	retracted: false,
	taxonomy: TAXONOMY_VERSION,
	observedAt: hourOf(new Date(atMs)),
});

const maybe = <Value>(random: Random, share: number, value: () => Value): Value | undefined =>
	random.uniform() < share ? value() : undefined;

/** compact leaves out what was not said: an absent field is absent, never undefined. */
const compact = <Body extends object>(body: Body): Body =>
	Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as Body; // same keys, minus the absent optional ones

/** drawAlert makes a one-click alert, with as much detail as its worker cared to tap. */
export const drawAlert = (random: Random, atMs: number, failure: Failure, precise: boolean): Event =>
	compact({
		...envelope(random, atMs),
		kind: 'dysfunction.alerted',
		version: '1-0-0',
		platform: failure.platform,
		step: maybe(random, precise ? 1 : 0.6, () => failure.step),
		failureKind: maybe(random, precise ? 1 : 0.62, () => failure.kind),
		benefit: maybe(random, 0.5, () => failure.benefit),
		consequence: maybe(random, 0.35, () => consequenceOf(random, failure.kind)),
		personsConcerned: maybe(random, 0.4, () => personsOf(random)),
		alternative: maybe(random, 0.25, () => alternativeOf(random)),
	} as Event); // the optional fields may be undefined here; compact removes them before anyone reads them

/** drawProcedure makes a failed procedure, whose five questions are all answered. */
export const drawProcedure = (random: Random, atMs: number, failure: Failure): Event =>
	compact({
		...envelope(random, atMs),
		kind: 'procedure.failed',
		version: '1-0-0',
		benefit: failure.benefit,
		platform: failure.platform,
		procedureChannel: channelOf(random),
		step: failure.step,
		failureKind: failure.kind,
		consequence: consequenceOf(random, failure.kind),
		outcome: maybe(random, 0.6, () => outcomeOf(random)),
		personsConcerned: maybe(random, 0.3, () => personsOf(random)),
		timeSpent: maybe(random, 0.4, () => timeOf(random)),
	} as Event); // as in drawAlert

/** drawNonTakeUp makes a signal of non-take-up; one worker in twelve corrects the type that the situation proposes. */
export const drawNonTakeUp = (random: Random, atMs: number): Event => {
	const situation = situations[Number(situationOf(random))] ?? situations[0];
	return {
		...envelope(random, atMs),
		kind: 'nontakeup.signalled',
		version: '1-0-0',
		benefit: nonTakeUpOf(random),
		situation: situation.code,
		declaredType: random.uniform() < 0.08 ? 'NON_DEMANDE' : situation.infers,
	};
};

/** drawReferral makes a referral from where the worker stands; two in three carry the paper slip. */
export const drawReferral = (random: Random, atMs: number, worker: DemoWorker): Event => {
	// Bodies and platforms refer too, but it is the next professional who declares what the person was told.
	const told = random.uniform();
	const from = told < 0.16 ? 'OR' : told < 0.26 ? 'PL' : worker.node;
	const to = destinationOf(random, from);
	const slip = random.uniform() < 0.65;
	const loops = random.uniform() < (mix.loopShares[`${from}>${to}`] ?? mix.DEFAULT_LOOP_SHARE);
	return {
		...envelope(random, atMs),
		kind: 'referral.made',
		version: '1-0-0',
		from,
		to,
		need: needOf(random),
		reason: reasonOf(random),
		outcome: referralOutcomeOf(random),
		loop: slip ? (loops ? 'OUI' : 'NON') : 'INCONNU',
		hopBucket: slip ? (loops ? 'TROIS_ET_PLUS' : random.uniform() < 0.7 ? 'UN' : 'DEUX') : 'INCONNU',
	};
};

type RepairAnswer = Extract<Event, { kind: 'repair.confirmed' }>;

/** Asked is the failure of a report, by its codes: what "est-ce réparé ?" is asked about. */
export type Asked = Pick<RepairAnswer, 'platform' | 'step' | 'failureKind'>;

/** Three in four have met the failure again, or seen it gone; one in twenty is mistaken; the others have not been there again. */
const drawMended = (random: Random, isBroken: boolean): RepairAnswer['mended'] => {
	const draw = random.uniform();
	if (draw < 0.2) return 'PAS_REVU';
	return draw < 0.25 === isBroken ? 'OUI' : 'NON';
};

/** drawRepairAnswer makes an answer to "est-ce réparé ?". */
export const drawRepairAnswer = (
	random: Random,
	atMs: number,
	asked: Asked,
	isBroken: boolean,
): RepairAnswer => ({
	...envelope(random, atMs),
	kind: 'repair.confirmed',
	version: '1-0-0',
	...asked,
	mended: drawMended(random, isBroken),
});
