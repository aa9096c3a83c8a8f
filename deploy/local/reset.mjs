// Plain JavaScript without packages: it must work when nothing else does.
import { existsSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { dataFolderOf, dataNames, projectRoot, worldOf } from './bootstrap/data-folder.mjs';
import { takeLock, whoRuns } from './bootstrap/lock.mjs';

const world = worldOf(process.argv.slice(2), process.env);
const folder = dataFolderOf(world, process.env);
const running = whoRuns(folder);

if (running !== null) {
	process.stderr.write(`Vigie is running on this data (process ${running}): stop it first\n`);
	process.exitCode = 1;
} else if (existsSync(folder)) {
	// Taking the lock ends what a stack that died may have left running.
	takeLock(folder);
	// By name: VIGIE_DATA may point at a folder that holds other things.
	for (const name of dataNames) rmSync(join(folder, name), { recursive: true, force: true });
	process.stdout.write(`The data of the ${world} world is gone: ${relative(projectRoot, folder)}\n`);
} else {
	process.stdout.write(`There is no data of the ${world} world\n`);
}
