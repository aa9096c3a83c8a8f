import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

const areInstalled = (lock, installed, stamp) => {
	if (!existsSync(installed)) return false;
	if (statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return true;
	// A checkout makes the lockfile newer without changing it.
	return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(lock);
};

/** ensurePackages runs `npm ci` when packages are missing or the lockfile changed since. */
export const ensurePackages = async (root, progress) => {
	const lock = join(root, 'package-lock.json');
	const stamp = join(root, 'node_modules/.vigie-lockfile');
	if (areInstalled(lock, join(root, 'node_modules/.package-lock.json'), stamp)) return progress('up to date');
	const folder = join(root, 'node_modules');
	const watch = setInterval(() => {
		const found = existsSync(folder) ? readdirSync(folder).length : 0;
		progress(`npm ci, about 1 GB; ${found} folders so far`);
	}, 1_000);
	try {
		await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
	} finally {
		clearInterval(watch);
	}
	writeFileSync(stamp, hashOf(lock));
	progress('installed');
};
