// Plain JavaScript without packages: on a fresh clone there are none yet.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../deploy/local/bootstrap/build.mjs';
import {
	chromium,
	ensureCommand,
	java,
	maven,
	promtool,
	redis,
} from '../deploy/local/bootstrap/commands.mjs';
import { projectRoot as root } from '../deploy/local/bootstrap/data-folder.mjs';
import { ensurePackages } from '../deploy/local/bootstrap/packages.mjs';
import { run } from '../deploy/local/bootstrap/run.mjs';
import { createSteps } from '../deploy/local/bootstrap/steps.mjs';

const steps = createSteps(process.stdout);
const bin = (name) => join(root, 'node_modules/.bin', name);
let failedChecks = 0;

/** check runs a step; a failure is told and counted, and the others run all the same: one run says all that is wrong. */
const check = async (label, action) => {
	try {
		await steps.step(label, action);
	} catch (error) {
		failedChecks += 1;
		steps.note(error.message);
	}
};

const ensureCommands = async (progress) => {
	for (const needed of [java, maven, redis, chromium]) await ensureCommand(needed, progress);
};

const checkComponents = async (progress) => {
	const dashboards = readdirSync(join(root, 'dashboards')).filter((name) =>
		existsSync(join(root, 'dashboards', name, 'tsconfig.json')),
	);
	for (const name of dashboards) {
		progress(name);
		await run(
			bin('svelte-check'),
			['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'],
			{
				cwd: join(root, 'dashboards', name),
			},
		);
	}
};

/** runTests runs vitest in view, and counts from its own report; a file that could not even be read counts as one failed. */
const runTests = async () => {
	const folder = mkdtempSync(join(tmpdir(), 'vigie-report-'));
	const report = join(folder, 'report.json');
	const args = [
		'run',
		'--reporter=default',
		'--reporter=./test/src/long-files-reporter.ts',
		'--reporter=json',
		`--outputFile.json=${report}`,
		...process.argv.slice(2),
	];
	const child = spawn(bin('vitest'), args, { cwd: root, stdio: 'inherit' });
	for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
	const code = await new Promise((resolve) => child.once('close', resolve));
	const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
	rmSync(folder, { recursive: true });
	const unread = (counted?.testResults ?? []).filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
	);
	const failed = (counted?.numFailedTests ?? 0) + unread.length;
	return { passed: counted?.numPassedTests ?? 0, failed: code === 0 ? failed : Math.max(failed, 1) };
};

try {
	await steps.step('packages', (progress) => ensurePackages(root, progress));
	await steps.step('commands', ensureCommands);
} catch (error) {
	steps.note(`${error.message}\n0 passed, 1 failed`);
	process.exit(1);
}
// Without it the tests of the alerts fail, saying so; all others run.
await check('promtool', (progress) => ensureCommand(promtool, progress));
await check('format and lint', () => run(bin('biome'), ['ci', '.'], { cwd: root }));
await check('types', () => run(bin('tsc'), ['-b', 'tsconfig.json'], { cwd: root }));
// Each of them keeps one core busy.
await Promise.all([
	check('types of components', checkComponents),
	check('types of tests', () => run(bin('tsc'), ['-p', 'tsconfig.test.json'], { cwd: root })).then(() =>
		check('build', (progress) => build(root, progress)),
	),
]);
steps.close();
const { passed, failed } = await runTests();
process.stdout.write(`${passed} passed, ${failed + failedChecks} failed\n`);
process.exitCode = failed + failedChecks === 0 ? 0 : 1;
