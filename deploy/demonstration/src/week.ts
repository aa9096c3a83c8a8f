import type { Event } from '@vigie/schemas/events';
import { departements } from '@vigie/schemas/taxonomy/lists/departements';
import {
	drawAlert,
	drawFailure,
	drawNonTakeUp,
	drawProcedure,
	drawReferral,
	type Failure,
} from './declarations.js';
import { type Incident, strengthOf } from './incidents.js';
import { DEFAULT_DISPERSION, dispersion, familyWeights, platformWeights } from './mix.js';
import { createRandom, negativeBinomial, poisson, type Random } from './random.js';
import { seasonOf } from './season.js';
import { createMoments, utcOffsetMinutes } from './time-of-week.js';
import { bisect, type DemoWorker } from './workers.js';
import type { World } from './world.js';

/** Delivery is one arrival at intake: what was sent, by whom, and when it was received (milliseconds). */
export interface Delivery {
	readonly event: Event;
	readonly worker: DemoWorker;
	readonly receivedAtMs: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const HALF_ALERTS = familyWeights.alert / (familyWeights.alert + familyWeights.procedure);
const FAILURE_SHARE = (familyWeights.alert + familyWeights.procedure) / 100;
const totalWeight = Object.values(platformWeights).reduce((sum: number, weight) => sum + (weight ?? 0), 0);
const offsets = new Map<string, number | null>(
	departements.map(({ code, timeZone }): [string, number | null] => [code, utcOffsetMinutes(timeZone)]),
);

/** adoption gives the usual events a week: a logistic curve from 1 200 to 8 000, times the volume asked for. */
export const adoption = (world: World, index: number): number => {
	const along = (index + 105 - world.weeks.length) / 104;
	return world.volume * (1_200 + 6_800 / (1 + Math.exp(-7 * (along - 0.5))));
};

const isAbsent = (departement: string, index: number): boolean =>
	((departement === '48' || departement === '2A') && index < 36) ||
	(departement === '58' && index >= 62 && index < 68);

const createSenders = (world: World, index: number) => {
	const { workers, activity } = world.network;
	const active = Math.max(
		50,
		Math.min(workers.length, Math.ceil((workers.length * adoption(world, index)) / (8_000 * world.volume))),
	);
	const total = activity[active - 1] ?? 0;
	const draw = (random: Random): DemoWorker => {
		for (;;) {
			const worker = workers[bisect(activity, random.uniform() * total, active)];
			if (worker && !isAbsent(worker.departement, index)) return worker;
		}
	};
	return { draw };
};

const touches = (incident: Incident, failure: Failure, departement: string): boolean =>
	(incident.platform === '*' || incident.platform === failure.platform) &&
	(incident.kinds.length === 0 || incident.kinds.includes(failure.kind)) &&
	(incident.step === null || incident.step === failure.step) &&
	(incident.benefit === null || incident.benefit === failure.benefit) &&
	(incident.departements === null || incident.departements.includes(departement));

/** generateWeek makes every arrival of a week of the world, in no order; the same world gives the same bytes. */
export const generateWeek = (world: World, index: number): readonly Delivery[] => {
	const week = world.weeks[index];
	if (week === undefined) throw new RangeError('no such week in this world');
	const random = createRandom(`${world.seed}/${week}`);
	const moments = createMoments(week);
	const senders = createSenders(world, index);
	const usual = adoption(world, index) * moments.openShare;
	const deliveries: Delivery[] = [];

	const deliver = (worker: DemoWorker, atMs: number, event: Event): void => {
		deliveries.push({ event, worker, receivedAtMs: atMs });
		// A retry after a lost answer: the same bytes, some minutes later.
		if (random.uniform() < 0.03)
			deliveries.push({ event, worker, receivedAtMs: atMs + Math.ceil(random.uniform() * 30) * MINUTE_MS });
		if (random.uniform() < 0.01) {
			deliveries.push({
				event: { ...event, revision: event.revision + 1, retracted: true },
				worker,
				receivedAtMs: atMs + MINUTE_MS,
			});
		}
	};
	const observedMs = (atMs: number): number =>
		random.uniform() < 0.02 ? atMs - Math.ceil(random.uniform() * 9) * DAY_MS : atMs;
	const declare = (worker: DemoWorker, atMs: number, failure: Failure): void => {
		const observed = observedMs(atMs);
		if (random.uniform() >= HALF_ALERTS)
			return deliver(worker, atMs, drawProcedure(random, observed, failure));
		const alert = drawAlert(random, observed, failure, false);
		if (random.uniform() >= 0.15) return deliver(worker, atMs, alert);
		// The tap first, its details two minutes later, as another revision.
		deliveries.push({ event: alert, worker, receivedAtMs: atMs });
		const precise = { ...drawAlert(random, observed, failure, true), id: alert.id, revision: 1 };
		deliver(worker, atMs + 2 * MINUTE_MS, precise);
	};
	const moment = (worker: DemoWorker): number =>
		moments.draw(random, offsets.get(worker.departement) ?? null);

	const failures = (platform: string, weight: number): void => {
		const mean = ((usual * FAILURE_SHARE * weight) / totalWeight) * seasonOf(platform, week);
		const count = negativeBinomial(random, mean, dispersion[platform] ?? DEFAULT_DISPERSION);
		for (let number = 0; number < count; number += 1) {
			const worker = senders.draw(random);
			const failure = drawFailure(random, platform);
			const strengths = world.incidents.map((incident) =>
				touches(incident, failure, worker.departement) ? strengthOf(incident, index) : 1,
			);
			const copies = 1 + poisson(random, strengths.reduce((product, strength) => product * strength, 1) - 1);
			declare(worker, moment(worker), failure);
			for (let copy = 1; copy < copies; copy += 1) {
				const other = drawBeside(world.incidents, failure, worker, () => senders.draw(random));
				declare(other, moment(other), failure);
			}
		}
	};

	for (const [platform, weight] of Object.entries(platformWeights)) failures(platform, weight ?? 0);
	for (const incident of world.incidents) {
		const { outage } = incident;
		if (!outage || incident.from !== index) continue;
		const count = poisson(random, outage.hours * outage.perHour * world.volume);
		for (let number = 0; number < count; number += 1) {
			const kind = incident.kinds[Math.floor(random.uniform() * incident.kinds.length)] ?? 'PANNE';
			const failure = { ...drawFailure(random, incident.platform), step: incident.step ?? 'CONNEXION', kind };
			declare(
				senders.draw(random),
				moments.at(outage.date, outage.hour + random.uniform() * outage.hours),
				failure,
			);
		}
	}
	const others = (share: number, draw: (worker: DemoWorker, atMs: number) => Event): void => {
		const count = poisson(random, (usual * share) / 100);
		for (let number = 0; number < count; number += 1) {
			const worker = senders.draw(random);
			const atMs = moment(worker);
			deliver(worker, atMs, draw(worker, observedMs(atMs)));
		}
	};
	others(familyWeights.referral, (worker, atMs) => drawReferral(random, atMs, worker));
	others(familyWeights.nontakeup, (_worker, atMs) => drawNonTakeUp(random, atMs));
	return deliveries;
};

/** drawBeside draws who declares a copy: an incident of some départements stays in them. */
const drawBeside = (
	incidents: readonly Incident[],
	failure: Failure,
	worker: DemoWorker,
	draw: () => DemoWorker,
): DemoWorker => {
	const local = incidents.find(({ departements: places }) => places?.includes(worker.departement));
	if (!local?.departements || !touches(local, failure, worker.departement)) return draw();
	for (let attempt = 0; attempt < 500; attempt += 1) {
		const other = draw();
		if (local.departements.includes(other.departement)) return other;
	}
	return worker;
};
