import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { LATTICE_VERSION } from '@vigie/schemas/lattice';
import { attackPublished, notTried } from './attack-published.js';
import { receivePeriod } from './bench-world.js';
import { readDeployment } from './published.js';
import type { AttackId, AttackResult } from './result.js';
import { type Extent, runAttacks } from './run-attacks.js';

/** Where the pages read the scores that go with every release of this mechanism and lattice. */
const SCORES = fileURLToPath(new URL('../../../dashboards/trends/src/attack-scores.json', import.meta.url));

const USAGE =
	'Usage: npm run attack -- --seed S [--period 2026-Q3 | 2026-M09] [--volume V] [--alone] [--write] [--json]\n       npm run attack -- --published [--real] [--period P] [--alone] [--json]   what the stack has published\n';

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
			published: { type: 'boolean', default: false },
			real: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false },
		},
	});
	const volume = Number(values.volume);
	if (!(volume > 0 && volume <= 10)) throw new Error('--volume is a number, above 0 and at most 10');
	if (!/^\d{4}-(M\d{2}|Q[1-4])$/.test(values.period)) throw new Error('--period is a month or a quarter');
	if (values.published && values.write)
		throw new Error('--write is for the demonstration: the pages tell its scores');
	return { ...values, volume };
};

const percent = (share: number): string => `${(100 * share).toFixed(2)} %`;

type Options = ReturnType<typeof readOptions>;

const teller =
	({ json }: Options) =>
	(id: AttackId, { ok, score, baseline, interval, trials }: AttackResult): void => {
		const [low, high] = interval.map(percent);
		const line =
			trials === 0
				? `none   ${id.padEnd(4)} nothing to try it on in what is published\n`
				: `${ok ? 'ok    ' : 'FAILED'} ${id.padEnd(4)} ${percent(score).padStart(9)} [${low}, ${high}], without tables ${percent(baseline)}, ${trials} trials\n`;
		(json ? process.stderr : process.stdout).write(line);
	};

const extentOf = ({ alone }: Options): Extent =>
	alone ? { ...whole, intervals: { ...whole.intervals, joined: false } } : whole;

/** attackStack attacks what the stack that the environment names has published. */
const attackStack = async (options: Options) => {
	const { seed, period } = options;
	process.stderr.write(`what is published of ${period}…\n`);
	const published = await readDeployment(process.env, period);
	const attacks = await attackPublished(published, extentOf(options), seed, teller(options));
	const releases = published.releases.map(({ release, hash }) => ({ release, hash }));
	return { seed, period, releases, mechanism: published.disclosure.mechanism, attacks, notTried };
};

const attackDemonstration = async (options: Options) => {
	const { seed, period, volume, write } = options;
	process.stderr.write(`the demonstration of seed ${seed}, ${period}…\n`);
	const world = receivePeriod(seed, period, volume);
	const attacks = await runAttacks(world, extentOf(options), teller(options));
	const report = { seed, period, volume, mechanism, lattice: LATTICE_VERSION, attacks };
	if (write) await writeFile(SCORES, `${JSON.stringify(report, null, '\t')}\n`);
	return report;
};

const run = async (): Promise<number> => {
	const options = readOptions();
	const report = await (options.published ? attackStack : attackDemonstration)(options);
	if (options.json) process.stdout.write(`${JSON.stringify(report)}\n`);
	return Object.values(report.attacks).every(({ ok }) => ok) ? 0 : 1;
};

try {
	process.exitCode = await run();
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : 'unknown error'}\n${USAGE}`);
	process.exitCode = 2;
}
