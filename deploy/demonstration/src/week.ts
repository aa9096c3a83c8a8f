import { createArrivals, type Delivery } from './arrivals.js';
import { drawFailure, drawNonTakeUp, drawReferral, type Failure } from './declarations.js';
import { type Incident, strengthOf } from './incidents.js';
import { DEFAULT_DISPERSION, dispersion, familyWeights, platformWeights } from './mix.js';
import { createRandom, negativeBinomial, poisson } from './random.js';
import { seasonOf } from './season.js';
import { adoption, createSenders } from './senders.js';
import { createMoments } from './time-of-week.js';
import type { DemoWorker } from './workers.js';
import type { World } from './world.js';

const FAILURE_SHARE = (familyWeights.alert + familyWeights.procedure) / 100;
const totalWeight = Object.values(platformWeights).reduce((sum: number, weight) => sum + (weight ?? 0), 0);
const touches = (incident: Incident, failure: Failure, departement: string): boolean =>
	(incident.platform === '*' || incident.platform === failure.platform) &&
	(incident.kinds.length === 0 || incident.kinds.includes(failure.kind)) &&
	(incident.step === null || incident.step === failure.step) &&
	(incident.benefit === null || incident.benefit === failure.benefit) &&
	(incident.departements === null || incident.departements.includes(departement));

/** drawBeside draws who declares a copy: an incident of some départements stays in them. */
const drawBeside = (
	touching: readonly Incident[],
	worker: DemoWorker,
	draw: () => DemoWorker,
): DemoWorker => {
	const local = touching.find(({ departements: places }) => places !== null)?.departements;
	if (!local) return draw();
	for (let attempt = 0; attempt < 500; attempt += 1) {
		const other = draw();
		if (local.includes(other.departement)) return other;
	}
	return worker;
};

/** generateWeek makes every arrival of a week of the world, in no order; the same world gives the same bytes. */
export const generateWeek = (world: World, index: number): readonly Delivery[] => {
	const week = world.weeks[index];
	if (week === undefined) throw new RangeError('no such week in this world');
	const random = createRandom(`${world.seed}/${week}`);
	const moments = createMoments(week);
	const draw = createSenders(world, index, random);
	const usual = adoption(world, index) * moments.openShare;
	const { deliveries, deliver, declare, observedAt } = createArrivals(random);
	const moment = ({ departement }: DemoWorker): number => moments.draw(random, departement);

	const failOnce = (platform: string): void => {
		const worker = draw();
		const failure = drawFailure(random, platform);
		const touching = world.incidents.filter((incident) => touches(incident, failure, worker.departement));
		const strength = touching.reduce((product, incident) => product * strengthOf(incident, index), 1);
		declare(worker, moment(worker), failure);
		for (let copies = poisson(random, strength - 1); copies > 0; copies -= 1) {
			const other = drawBeside(touching, worker, draw);
			declare(other, moment(other), failure);
		}
	};
	const failAtOnce = (incident: Incident, outage: NonNullable<Incident['outage']>): void => {
		for (let left = poisson(random, outage.hours * outage.perHour * world.volume); left > 0; left -= 1) {
			const kind = incident.kinds[Math.floor(random.uniform() * incident.kinds.length)] ?? 'PANNE';
			const failure = { ...drawFailure(random, incident.platform), step: incident.step ?? 'CONNEXION', kind };
			declare(draw(), moments.at(outage.date, outage.hour + random.uniform() * outage.hours), failure);
		}
	};
	const others = (
		share: number,
		make: (worker: DemoWorker, observedMs: number) => Delivery['event'],
	): void => {
		for (let left = poisson(random, (usual * share) / 100); left > 0; left -= 1) {
			const worker = draw();
			const atMs = moment(worker);
			deliver(worker, atMs, make(worker, observedAt(atMs)));
		}
	};

	for (const [platform, weight = 0] of Object.entries(platformWeights)) {
		const mean = ((usual * FAILURE_SHARE * weight) / totalWeight) * seasonOf(platform, week);
		let left = negativeBinomial(random, mean, dispersion[platform] ?? DEFAULT_DISPERSION);
		for (; left > 0; left -= 1) failOnce(platform);
	}
	for (const incident of world.incidents) {
		if (incident.outage && incident.from === index) failAtOnce(incident, incident.outage);
	}
	others(familyWeights.referral, (worker, observedMs) => drawReferral(random, observedMs, worker));
	others(familyWeights.nontakeup, (_worker, observedMs) => drawNonTakeUp(random, observedMs));
	return deliveries;
};
