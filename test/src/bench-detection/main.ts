import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { WEEKLY_MODEL } from '@vigie/detector/weekly/weekly-signal';
import { benchDrift } from './drift.js';
import { benchFdr } from './fdr.js';
import { benchHistory } from './history.js';
import { benchOutage } from './outage.js';
import { benchSpeed } from './speed.js';
import { type Results, tellVerdicts } from './verdicts.js';
import { benchWeekly } from './weekly.js';

const USAGE =
	'Usage: npm run bench:detection -- --seed S [--replicates R] [--only weekly,drift,...] [--write] [--json]\n';

/** Where the method page reads how sure the weekly model is. */
const SCORES = fileURLToPath(
	new URL('../../../dashboards/trends/src/detection-scores.json', import.meta.url),
);

const benches = {
	weekly: benchWeekly,
	history: (seed: string, replicates: number) => benchHistory(seed, Math.ceil(replicates / 3)),
	drift: (seed: string, replicates: number) => ({
		farringtonFlexible: benchDrift(seed, replicates, 'farringtonFlexible'),
		harmonic: benchDrift(seed, replicates, 'harmonic'),
	}),
	outage: benchOutage,
	fdr: benchFdr,
	speed: benchSpeed,
} as const;

const readOptions = () => {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: '1' },
			replicates: { type: 'string', default: '3' },
			only: { type: 'string', default: Object.keys(benches).join(',') },
			write: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const replicates = Number(values.replicates);
	const only = values.only.split(',');
	if (!Number.isInteger(replicates) || replicates < 1) throw new Error('--replicates is a number, 1 or more');
	if (only.some((name) => !(name in benches)))
		throw new Error(`--only takes ${Object.keys(benches).join(', ')}`);
	if (values.write && !['weekly', 'history'].every((name) => only.includes(name)))
		throw new Error('--write needs weekly and history: the page tells both');
	return { ...values, replicates, only };
};

const run = async (): Promise<number> => {
	const { seed, replicates, only, write, json } = readOptions();
	const results: Results = {};
	let missed = 0;
	for (const [name, bench] of Object.entries(benches)) {
		if (!only.includes(name)) continue;
		process.stderr.write(`${name}…\n`);
		const result = { [name]: await bench(seed, replicates) };
		Object.assign(results, result);
		missed += tellVerdicts(result, (line) => (json ? process.stderr : process.stdout).write(`${line}\n`));
	}
	const { weekly, history } = results;
	if (write && weekly && history) {
		const scores = { seed, replicates, model: WEEKLY_MODEL, history, weekly: { union: weekly.union } };
		await writeFile(SCORES, `${JSON.stringify(scores, null, '\t')}\n`);
	}
	if (json) process.stdout.write(`${JSON.stringify({ seed, replicates, ...results })}\n`);
	return missed === 0 ? 0 : 1;
};

try {
	process.exitCode = await run();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n${USAGE}`);
	process.exitCode = 2;
}
