import type { Progress } from './steps.mjs';

/** Needed is a command, and the system package that brings it. */
export interface Needed {
	/** The variable that may give the path of one instead. */
	readonly given?: string;
	/** Any of these will do. */
	readonly commands: readonly string[];
	readonly aptPackage: string;
	/** What to tell somebody on whose system we cannot install. */
	readonly advice: string;
}
export const java: Needed;
export const maven: Needed;
export const redis: Needed;
export const chromium: Needed;
export const openssl: Needed;
export const python: Needed;
export const promtool: Needed;
/** findCommand gives the path of the first of these commands that is on the PATH, or null. */
export const findCommand: (commands: readonly string[]) => string | null;
/** ensureCommand gives the path of a command: the one that a variable gives, or the one found, installed by apt-get when it is missing and we may; else throws the advice. */
export const ensureCommand: (needed: Needed, progress: Progress) => Promise<string>;
