import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LEFTOVERS_MS = 10_000;

const lockOf = (folder) => join(folder, 'lock.json');

// A killed process of many threads is a zombie at once, and keeps its ports and files until the last thread has gone.
const hasThreads = (pid) => readdirSync(`/proc/${pid}/task`).length > 1;

/** birthOf tells when a process was born, as the system writes it; null when it is gone. A pid alone may be somebody else's. */
export const birthOf = (pid) => {
	try {
		// Counted after the name, which may hold anything: the state is field 3, the birth field 22.
		const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ');
		return fields[0] === 'Z' && !hasThreads(pid) ? null : (fields[19] ?? null);
	} catch {
		// No /proc on this system, or no such process.
	}
	try {
		return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
	} catch {
		return null;
	}
};

const read = (file) => {
	try {
		return JSON.parse(readFileSync(file, 'utf8'));
	} catch {
		return null;
	}
};

const isAlive = ({ pid, birth }) => birth !== null && birthOf(pid) === birth;

/** whoRuns gives the pid of the stack that runs on this data folder, or null. */
export const whoRuns = (folder) => {
	const lock = read(lockOf(folder));
	return lock && isAlive(lock) ? lock.pid : null;
};

const endLeftovers = (lock) => {
	const left = (lock?.children ?? []).filter(isAlive);
	for (const { pid } of left) process.kill(-pid, 'SIGKILL');
	const deadline = Date.now() + LEFTOVERS_MS;
	// Until they are gone they hold our ports and files.
	while (left.some(isAlive) && Date.now() < deadline)
		Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
	return left.map(({ name }) => name);
};

/** bury puts away the lock of a dead owner and gives it. Somebody faster may have put a living one there meanwhile. */
const bury = (file) => {
	const grave = `${file}.stale-${process.pid}`;
	try {
		renameSync(file, grave);
	} catch {
		// There was none.
		return null;
	}
	const stale = read(grave);
	if (stale && isAlive(stale)) {
		renameSync(grave, file);
		throw new AlreadyRuns(stale.pid);
	}
	rmSync(grave);
	return stale;
};

/**
 * takeLock takes the data folder for this process, or throws when another one runs on it. A lock whose owner died is taken
 * over, and what that owner had left running is ended (their names are in `leftovers`).
 */
export const takeLock = (folder) => {
	mkdirSync(folder, { recursive: true, mode: 0o700 });
	const file = lockOf(folder);
	const mine = { pid: process.pid, birth: birthOf(process.pid), children: [] };
	const draft = `${file}.${process.pid}`;
	const save = () => {
		writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
		renameSync(draft, file);
	};
	const other = whoRuns(folder);
	if (other !== null) throw new AlreadyRuns(other);
	const leftovers = endLeftovers(bury(file));
	writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
	try {
		// Unlike a rename, a link fails when somebody else was faster.
		linkSync(draft, file);
	} catch {
		throw new AlreadyRuns(whoRuns(folder));
	} finally {
		rmSync(draft, { force: true });
	}
	return {
		leftovers,
		/** Remembers a process of ours, so that the next start can end it if we cannot. */
		add(name, pid) {
			mine.children.push({ name, pid, birth: birthOf(pid) });
			save();
		},
		release() {
			rmSync(file, { force: true });
		},
	};
};

/** AlreadyRuns says that a stack runs on this data folder. */
export class AlreadyRuns extends Error {
	name = 'AlreadyRuns';
	constructor(pid) {
		super(`Vigie is already running here (process ${pid}): stop it with Ctrl-C, or kill ${pid}`);
	}
}
