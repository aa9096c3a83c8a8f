import { createArrivals, type Delivery } from './arrivals.js';
import { type Asked, drawRepairAnswer } from './declarations.js';
import type { Incident } from './incidents.js';
import { createRandom, poisson } from './random.js';
import { createSenders } from './senders.js';
import { createMoments } from './time-of-week.js';
import type { World } from './world.js';

/** For so many weeks after an incident the field is asked whether it is mended, and so many answer in each. */
const [ASKED_WEEKS, ANSWERS_A_WEEK] = [6, 14];

/** A report is about a platform and a kind, else a platform and a step: what is seen best of an incident. */
const askedOf = ({ platform, kinds: [failureKind], step }: Incident): Asked => ({
	platform,
	...(failureKind === undefined ? (step === null ? {} : { step }) : { failureKind }),
});

/** An outage of hours is over before anybody is asked; what stays in some départements is never mended in this world. */
const isAsked = ({ isSignal, outage, platform, departements: places }: Incident): boolean =>
	isSignal && outage === null && platform !== '*' && places === null;

const isSame = (one: Incident, other: Incident): boolean =>
	JSON.stringify(askedOf(one)) === JSON.stringify(askedOf(other));

/**
 * repairAnswers makes a week's answers to "est-ce réparé ?": about what an incident of the weeks before has broken, in truth mended, or broken again. They are
 * drawn apart from all else, so that the week itself is the same with them and without.
 */
export const repairAnswers = (world: World, index: number): readonly Delivery[] => {
	const week = world.weeks[index];
	if (week === undefined) throw new RangeError('no such week in this world');
	const random = createRandom(`${world.seed}/${week}/repair-answers`);
	const moments = createMoments(week);
	const draw = createSenders(world, index, random);
	const { deliveries, deliver } = createArrivals(random);
	const told = world.incidents.filter(isAsked);
	const over = told.filter(({ to }) => to <= index && index < to + ASKED_WEEKS);
	for (const incident of over) {
		const isBroken = told.some((one) => isSame(one, incident) && one.from <= index && index < one.to);
		for (let left = poisson(random, ANSWERS_A_WEEK * world.volume); left > 0; left -= 1) {
			const worker = draw();
			const atMs = moments.draw(random, worker.departement);
			deliver(worker, atMs, drawRepairAnswer(random, atMs, askedOf(incident), isBroken));
		}
	}
	return deliveries;
};
