import type { Incident } from './incidents.js';
import { platformWeights, stepWeights } from './mix.js';
import { createPicker, createRandom } from './random.js';

const COUNT = 12;

/** Platforms with a written story of their own stay out, so that each truth row can be told from the others. */
const told: readonly string[] = ['CAF_MON_COMPTE', 'ANTS', 'ANEF'];

/** randomIncidents adds twelve bursts and drifts of random size to the truth, to score detection on what nobody chose. */
export const randomIncidents = (seed: string, weeks: readonly string[]): readonly Incident[] => {
	const random = createRandom(`${seed}/random-incidents`);
	const pickPlatform = createPicker(
		Object.fromEntries(Object.entries(platformWeights).filter(([code]) => !told.includes(code))),
	);
	const pickStep = createPicker(stepWeights.other);
	return Array.from({ length: COUNT }, (_, index): Incident => {
		const from = Math.floor(random.uniform() * weeks.length * 0.75);
		const factor = 1.5 + 3 * random.uniform();
		return {
			id: `random-${index + 1}`,
			sentence: 'Incident tiré au hasard',
			platform: pickPlatform(random),
			kinds: [],
			step: pickStep(random),
			benefit: null,
			departements: null,
			from,
			to: from + 1 + Math.floor(random.uniform() * 10),
			factor: Math.round(factor * 10) / 10,
			rampWeeks: Math.floor(random.uniform() * 4),
			outage: null,
			isSignal: true,
		};
	});
};
