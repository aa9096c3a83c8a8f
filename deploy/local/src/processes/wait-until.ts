import type { Child } from './child.js';

const EVERY_MS = 50;

/** DiedTooSoon says that a process ended before it was ready, with the last lines it wrote. */
export class DiedTooSoon extends Error {
	override name = 'DiedTooSoon';
	constructor(child: Child) {
		super(`${child.name} ended before it was ready:\n${child.lastLines().join('\n')}`);
	}
}

/**
 * waitUntil tries until `attempt` gives true (a rejection counts as not yet). It throws DiedTooSoon when the process dies
 * first, and an Error naming it after `timeoutMs`.
 */
export const waitUntil = async (
	child: Child,
	attempt: () => Promise<boolean>,
	timeoutMs = 60_000,
): Promise<void> => {
	const deadline = Date.now() + timeoutMs;
	let dead = false;
	void child.ended.then(() => {
		dead = true;
	});
	while (Date.now() < deadline) {
		if (dead) throw new DiedTooSoon(child);
		if (await attempt().catch(() => false)) return;
		await Promise.race([new Promise((resolve) => setTimeout(resolve, EVERY_MS)), child.ended]);
	}
	throw new Error(`${child.name} is not ready after ${timeoutMs / 1000} s:\n${child.lastLines().join('\n')}`);
};
