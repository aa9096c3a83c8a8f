import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { LATTICE_VERSION } from '@vigie/schemas/lattice';
import { receivePeriod } from './bench-world.js';
import { runAttacks } from './run-attacks.js';

/** Where the pages read the scores that go with every release of this mechanism and lattice. */
const SCORES = fileURLToPath(new URL('../../../dashboards/trends/src/attack-scores.json', import.meta.url));

const USAGE =
	'Usage: npm run attack -- --seed S [--period 2026-Q3 | 2026-M09] [--volume V] [--alone] [--write] [--json]\n';

// Months solved with their weeks take minutes: in the whole run only.
const whole = { intervals: { columns: 24, joined: true }, persons: 2_000, sideChannels: 40 } as const;

const readOptions = () => {
	const { values } = parseArgs({
		options: {
			seed: { type: 'string', default: '1' },
			period: { type: 'string', default: '2026-Q3' },
			volume: { type: 'string', default: '1' },
			alone: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const volume = Number(values.volume);
	if (!(volume > 0 && volume <= 10)) throw new Error('--volume is a number, above 0 and at most 10');
	if (!/^\d{4}-(M\d{2}|Q[1-4])$/.test(values.period)) throw new Error('--period is a month or a quarter');
	return { ...values, volume };
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

const run = async (): Promise<number> => {
	const { seed, period, volume, alone, write, json } = readOptions();
	process.stderr.write(`the demonstration of seed ${seed}, ${period}…\n`);
	const world = receivePeriod(seed, period, volume);
	const extent = alone ? { ...whole, intervals: { ...whole.intervals, joined: false } } : whole;
	const results = await runAttacks(world, extent, (id, { ok, score, baseline, interval, trials }) => {
		const [low, high] = interval.map(percent);
		const line = `${ok ? 'ok    ' : 'FAILED'} ${id.padEnd(4)} ${percent(score).padStart(9)} [${low}, ${high}], without tables ${percent(baseline)}, ${trials} trials\n`;
		(json ? process.stderr : process.stdout).write(line);
	});
	const report = { seed, period, volume, mechanism, lattice: LATTICE_VERSION, attacks: results };
	if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
	if (write) await writeFile(SCORES, `${JSON.stringify(report, null, '\t')}\n`);
	return Object.values(results).every(({ ok }) => ok) ? 0 : 1;
};

try {
	process.exitCode = await run();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n${USAGE}`);
	process.exitCode = 2;
}
