import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { run } from '../../bootstrap/run.mjs';
import type { Progress } from '../../bootstrap/steps.mjs';

/** Needed is a command that an engine needs, and the system package that brings it. */
export interface Needed {
	/** Any of these will do. */
	readonly commands: readonly string[];
	readonly aptPackage: string;
	/** What to tell somebody whose system we cannot install on. */
	readonly advice: string;
}

export const java: Needed = {
	commands: ['java'],
	aptPackage: 'default-jdk-headless',
	advice: 'install a JDK, version 17 or later (for example: sudo apt-get install default-jdk-headless)',
};
export const maven: Needed = {
	commands: ['mvn'],
	aptPackage: 'maven',
	advice: 'install Maven (for example: sudo apt-get install maven)',
};
export const redis: Needed = {
	commands: ['redis-server', 'valkey-server'],
	aptPackage: 'redis-server',
	advice: 'install Redis or Valkey (for example: sudo apt-get install redis-server), or set REDIS_URL',
};

/** findCommand gives the path of the first of these commands that is on the PATH, or null. */
export const findCommand = async (commands: readonly string[]): Promise<string | null> => {
	const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
	for (const file of commands.flatMap((command) => folders.map((folder) => join(folder, command)))) {
		const found = await access(file, constants.X_OK).then(
			() => true,
			() => false,
		);
		if (found) return file;
	}
	return null;
};

const canInstall = async (): Promise<boolean> =>
	process.getuid?.() === 0 && (await findCommand(['apt-get'])) !== null;

const install = async (aptPackage: string, progress: Progress): Promise<void> => {
	const env = {
		...process.env,
		DEBIAN_FRONTEND: 'noninteractive',
		// The package would start a server of its own, on the usual port.
		RUNLEVEL: '1',
	};
	progress(`apt-get install ${aptPackage}`);
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', aptPackage], { env });
};

/** ensureCommand gives the path of a command, installed by apt-get when it is missing and we may; else throws the advice. */
export const ensureCommand = async (needed: Needed, progress: Progress): Promise<string> => {
	const found = await findCommand(needed.commands);
	if (found !== null) return found;
	if (await canInstall()) await install(needed.aptPackage, progress);
	const installed = await findCommand(needed.commands);
	if (installed === null) throw new Error(`${needed.commands.join(' or ')} is missing: ${needed.advice}`);
	return installed;
};
