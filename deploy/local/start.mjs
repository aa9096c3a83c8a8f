// Plain JavaScript without packages: on a fresh clone there are none yet.
import { build } from './bootstrap/build.mjs';
import { dataFolderOf, projectRoot, worldOf } from './bootstrap/data-folder.mjs';
import { help } from './bootstrap/help.mjs';
import { whoRuns } from './bootstrap/lock.mjs';
import { ensurePackages } from './bootstrap/packages.mjs';
import { createSteps } from './bootstrap/steps.mjs';

const args = process.argv.slice(2);
const [major, minor] = process.versions.node.split('.').map(Number);

const refuse = (sentence) => {
	process.stderr.write(`${sentence}\n`);
	process.exit(1);
};

if (args.includes('--help')) {
	process.stdout.write(help);
	process.exit(0);
}
if (major < 20 || (major === 20 && minor < 19))
	refuse(`Node 20.19 or later is needed; this is ${process.version}`);
const running = whoRuns(dataFolderOf(worldOf(args, process.env), process.env));
if (running !== null)
	refuse(`Vigie is already running here (process ${running}): stop it with Ctrl-C, or kill ${running}`);

const steps = createSteps(process.stdout);
try {
	await steps.step('packages', (progress) => ensurePackages(projectRoot, progress));
	await steps.step('build', (progress) => build(projectRoot, progress));
} catch (error) {
	refuse(error.message);
}
const { main } = await import('./dist/main.js');
await main(args, process.env, steps);
