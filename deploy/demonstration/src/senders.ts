import { isAbsent } from './absences.js';
import type { Random } from './random.js';
import { bisect, type DemoWorker } from './workers.js';
import type { World } from './world.js';

/** adoption gives the usual events a week: a logistic curve from 1 200 to 8 000, times the volume asked for. */
export const adoption = (world: World, index: number): number => {
	const along = (index + 105 - world.weeks.length) / 104;
	return world.volume * (1_200 + 6_800 / (1 + Math.exp(-7 * (along - 0.5))));
};

/** createSenders prepares the draw of who declares: those who have joined by this week, each by its activity. */
export const createSenders = (world: World, index: number, random: Random) => {
	const { workers, activity } = world.network;
	const share = adoption(world, index) / (8_000 * world.volume);
	const active = Math.max(50, Math.min(workers.length, Math.ceil(workers.length * share)));
	const total = activity[active - 1] ?? 0;
	return (): DemoWorker => {
		for (;;) {
			const worker = workers[bisect(activity, random.uniform() * total, active)];
			if (worker && !isAbsent(worker.departement, index)) return worker;
		}
	};
};
