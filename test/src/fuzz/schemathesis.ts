import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ensureCommand, python } from '../../../deploy/local/bootstrap/commands.mjs';

/** The version that the tests were tried with: another may ask other questions. */
const VERSION = '4.32.5';
const folder = fileURLToPath(
	new URL(`../../../node_modules/.cache/schemathesis-${VERSION}/`, import.meta.url),
);
const run = promisify(execFile);

/** Fuzzing is who asks, and what. */
export interface Fuzzing {
	/** Address of the front door, whose own document is read. */
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** Most questions of each operation. */
	readonly examples: number;
	/** What is left out, by its operationId. */
	readonly without?: readonly string[];
	/** Of these tags only; of all if none is named. */
	readonly tags?: readonly string[];
}

/** Fuzzed is how it ended: 0 when every answer was one that the document promises, and no server failed. */
export interface Fuzzed {
	readonly code: number;
	/** What was found, as the tool tells it. */
	readonly output: string;
	/** Answers by their status. */
	readonly statuses: Readonly<Record<string, number>>;
}

/** ensureSchemathesis gives the path of its command, installed once from PyPI into a folder that git ignores. */
export const ensureSchemathesis = async (): Promise<string> => {
	const command = join(folder, 'bin/schemathesis');
	if (existsSync(command)) return command;
	const python3 = await ensureCommand(python, () => undefined);
	await rm(folder, { recursive: true, force: true });
	await run(python3, ['-m', 'venv', folder]);
	const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check'];
	await run(join(folder, 'bin/python'), [...pip, `schemathesis==${VERSION}`]);
	return command;
};

/**
 * A fault of CPython before 3.11.8 and 3.12.1 under the tool itself (python/cpython#106905): it says nothing of what was asked. Threads that
 * parse at the same time bring it about, hence one worker.
 */
const ITS_OWN = 'AST constructor recursion depth mismatch';
const TRIES = 3;
/** Nobody waits for a tool that hangs, and it asks nothing any more. */
const GIVE_UP_MS = 300_000;

const repeated = (option: string, values: readonly string[] = []): readonly string[] =>
	values.flatMap((value) => [option, value]);

const exitCodeOf = (error: unknown): number =>
	error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : -1;
const outputOf = (error: unknown): string =>
	error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error);

/** statusesOf counts the answers in the tool's own list of what it asked, an interaction a line. */
const statusesOf = (ndjson: string): Record<string, number> => {
	const counts: Record<string, number> = {};
	for (const [, status = ''] of ndjson.matchAll(/"status_code":\s*(\d{3})/g))
		counts[status] = (counts[status] ?? 0) + 1;
	return counts;
};

const fuzzOnce = async ({ url, headers, examples, without, tags }: Fuzzing): Promise<Fuzzed> => {
	const command = await ensureSchemathesis();
	const report = await mkdtemp(join(tmpdir(), 'vigie-fuzz-'));
	const events = join(report, 'events.ndjson');
	const args = [
		'run',
		`${url}/openapi.json`,
		...['--url', url, '--phases', 'examples,coverage,fuzzing', '--workers', '1', '--seed', '7'],
		...['--max-examples', String(examples), '--request-timeout', '15'],
		...[
			'--checks',
			'not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance',
		],
		...['--continue-on-failure', '--no-shrink', '--no-color', '--warnings', 'off'],
		...['--generation-database', 'none', '--suppress-health-check', 'all'],
		...['--report', 'ndjson', '--report-ndjson-path', events],
		...repeated(
			'--header',
			Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		),
		...repeated('--exclude-operation-id', without),
		...repeated('--include-tag', tags),
	];
	try {
		const ended = await run(command, args, {
			maxBuffer: 64 * 1024 * 1024,
			cwd: report,
			timeout: GIVE_UP_MS,
			killSignal: 'SIGKILL',
		}).then(
			({ stdout }) => ({ code: 0, output: stdout }),
			(error: unknown) => ({ code: exitCodeOf(error), output: outputOf(error) }),
		);
		const told = existsSync(events) ? await readFile(events, 'utf8') : '';
		return { ...ended, statuses: statusesOf(told) };
	} finally {
		await rm(report, { recursive: true, force: true });
	}
};

/**
 * fuzz asks the front door what its OpenAPI document says can be asked, well and badly, and judges each answer by it: no status, type or shape that it
 * does not promise, and no 5xx. The seed is fixed: a finding is found again. A fault of the tool itself is asked past, twice at most.
 */
export const fuzz = async (fuzzing: Fuzzing, tries = TRIES): Promise<Fuzzed> => {
	const fuzzed = await fuzzOnce(fuzzing);
	const isItsOwn = fuzzed.output.includes(ITS_OWN) && !fuzzed.output.includes('= FAILURES =');
	return isItsOwn && tries > 1 ? fuzz(fuzzing, tries - 1) : fuzzed;
};
