import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
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
	progress('npm ci');
	await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], {
		cwd: root,
		onLine: (line) => progress(line),
	});
	writeFileSync(stamp, hashOf(lock));
	progress('installed');
};
