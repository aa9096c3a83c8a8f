import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

export const java = {
	commands: ['java'],
	aptPackage: 'default-jdk-headless',
	advice: 'install a JDK, version 17 or later (for example: sudo apt-get install default-jdk-headless)',
};
export const maven = {
	commands: ['mvn'],
	aptPackage: 'maven',
	advice: 'install Maven (for example: sudo apt-get install maven)',
};
export const redis = {
	commands: ['redis-server', 'valkey-server'],
	aptPackage: 'redis-server',
	advice: 'install Redis or Valkey (for example: sudo apt-get install redis-server), or set REDIS_URL',
};
// The same engine without the windows, menus and profiles around it: a page costs a fifth of the time.
export const chromium = {
	given: 'VIGIE_CHROMIUM',
	commands: ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'],
	aptPackage: 'chromium-headless-shell',
	advice:
		'install Chromium (for example: sudo apt-get install chromium-headless-shell, or chromium), or set VIGIE_CHROMIUM',
};
export const openssl = {
	commands: ['openssl'],
	aptPackage: 'openssl',
	advice: 'install OpenSSL (for example: sudo apt-get install openssl)',
};
export const python = {
	commands: ['python3'],
	aptPackage: 'python3-venv',
	advice: 'install Python 3 with its venv (for example: sudo apt-get install python3-venv)',
};
export const promtool = {
	commands: ['promtool'],
	aptPackage: 'prometheus',
	advice:
		'install Prometheus, whose promtool checks the alerts (for example: sudo apt-get install prometheus)',
};

const isExecutable = (file) => {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
};

/** findCommand gives the path of the first of these commands that is on the PATH, or null. */
export const findCommand = (commands) => {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	const files = commands.flatMap((command) => folders.map((folder) => join(folder, command)));
	return files.find(isExecutable) ?? null;
};

const install = async (aptPackage, progress) => {
	// RUNLEVEL: a package of a server would start one of its own, on the usual port.
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	progress(`apt-get install ${aptPackage}`);
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', aptPackage], { env });
};

let installing = Promise.resolve();

/** ensureCommand gives the path of a command: the one that a variable gives, or the one found, installed by apt-get when it is missing and we may; else throws the advice. */
export const ensureCommand = async (needed, progress) => {
	const found = (needed.given && process.env[needed.given]) || findCommand(needed.commands);
	if (found !== null) return found;
	if (process.getuid?.() === 0 && findCommand(['apt-get']) !== null) {
		// One at a time: apt holds a lock.
		installing = installing.catch(() => undefined).then(() => install(needed.aptPackage, progress));
		await installing;
	}
	const installed = findCommand(needed.commands);
	if (installed === null) throw new Error(`${needed.commands.join(' or ')} is missing: ${needed.advice}`);
	return installed;
};
