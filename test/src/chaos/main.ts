import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createHistory } from '../history/history.js';
import { startFragileStack } from './fragile-stack.js';
import { isFaultless, reportOf, resultOf } from './report.js';
import { type Inflicted, runChaos } from './run-chaos.js';
import { settle } from './settle.js';

const help = `npm run chaos -- --events 300000 --faults 100 --seed 7

Sends events through a stack of its own while faults drawn from the seed strike it, and holds what was acknowledged against what
is stored. The last line of the standard output is one JSON object; the exit code is not 0 when an event was lost or doubled.

  --events <n>     acknowledged revisions (default 20000)
  --faults <n>     kills, cuts and pauses (default 20)
  --seed <text>    the same seed draws the same faults (default: the time)
  --only <text>    only faults whose name holds this: "kill", say
  --report <file>  where to write the report, which is printed too
  --history <file> one line a request: what was sent and what was told
`;

const Options = z.object({
	events: z.coerce.number().int().positive(),
	faults: z.coerce.number().int().positive(),
	seed: z.string(),
	only: z.string(),
	report: z.string().optional(),
	history: z.string().optional(),
});

const SETTLED_WITHIN_MS = 300_000;
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const sayFault = ({ name, recoveryMs, unavailableMs, failure }: Inflicted, number: number): void =>
	say(
		`${String(number).padStart(4)} ${name.padEnd(46)} recovery ${seconds(recoveryMs).padStart(7)}, unavailable ${seconds(unavailableMs).padStart(7)}${failure === null ? '' : `  ${failure}`}`,
	);

const run = async (options: z.infer<typeof Options>): Promise<number> => {
	const startedMs = performance.now();
	const stack = await startFragileStack();
	const history = createHistory(options.history);
	try {
		const inflicted = await runChaos(stack, history, {
			...options,
			onFault: sayFault,
			log: (line) => say(`     ${line}`),
		});
		const settled = await settle(stack, history, SETTLED_WITHIN_MS);
		const spent = { seed: options.seed, seconds: Math.round((performance.now() - startedMs) / 1000) };
		const result = resultOf(settled, history, inflicted, spent);
		const report = reportOf(result, inflicted, settled, history);
		if (options.report !== undefined) await writeFile(options.report, report);
		if (stack.deaths.length > 0) say(`Ended by themselves, and started again: ${stack.deaths.join(', ')}`);
		process.stdout.write(`${report}\n${JSON.stringify(result)}\n`);
		return isFaultless(result) ? 0 : 1;
	} finally {
		await history.close();
		await stack.close();
	}
};

const { values } = parseArgs({
	options: {
		events: { type: 'string', default: '20000' },
		faults: { type: 'string', default: '20' },
		seed: { type: 'string', default: String(Date.now()) },
		only: { type: 'string', default: '' },
		report: { type: 'string' },
		history: { type: 'string' },
		help: { type: 'boolean' },
	},
});
if (values.help) process.stdout.write(help);
else {
	try {
		process.exitCode = await run(Options.parse(values));
	} catch (err) {
		say(err instanceof Error ? err.message : 'unknown error');
		process.exitCode = 1;
	}
}
