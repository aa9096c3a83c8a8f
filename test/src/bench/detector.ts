import { createRandom } from '@vigie/demonstration/random';
import { detect } from '@vigie/schemas/personal-data/detect';
import { cleanSentences, letters } from '../pii/corpora.js';
import { pick } from '../pii/people.js';
import { type Figure, median } from './measure.js';

const LENGTH = 280;
const TEXTS = 2_000;
const WARM = 500;
/** Each text is timed this often and counted by its median: what another process takes of the machine is not the detector's. */
const REPEATS = 7;

/** benchDetector times the detector of personal data on comments of the longest kind, half of them naming people. */
export const benchDetector = async (): Promise<Figure> => {
	const random = createRandom('bench/detector');
	const pieces = [...cleanSentences('measure'), ...letters('measure', '1')].map(({ text }) => text);
	const text = (): string => {
		let long = '';
		while (long.length < LENGTH) long += `${pick(random, pieces)} `;
		return long.slice(0, LENGTH);
	};
	for (let warm = 0; warm < WARM; warm += 1) detect(text());
	const timeOf = (given: string): number => {
		const start = performance.now();
		detect(given);
		return performance.now() - start;
	};
	const times = Array.from({ length: TEXTS }, () => {
		const given = text();
		return median(Array.from({ length: REPEATS }, () => timeOf(given)));
	}).sort((one, other) => one - other);
	const at = (share: number): number => Number((times[Math.floor(TEXTS * share)] ?? 0).toFixed(2));
	return {
		name: 'detector.p99Ms',
		value: at(0.99),
		must: 5,
		aim: 2,
		atLeast: false,
		detail: `${TEXTS} comments, each the median of ${REPEATS}, of ${LENGTH} characters, median ${at(0.5)} ms, slowest ${at(0.9999)} ms`,
	};
};
