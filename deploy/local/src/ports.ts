import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { birthOf } from '../bootstrap/lock.mjs';

const LOOPBACK = '127.0.0.1';

/** isPortFree tells whether we could listen on this loopback port now. */
export const isPortFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
	});

/** Whoever asks next for a port may be another process, and ours may not listen yet: each claim is a file, named for its port. */
const claims = join(tmpdir(), `vigie-ports-${userInfo().username}`);
const ourselves = `${process.pid} ${birthOf(process.pid)}`;

const isAbandoned = (file: string): boolean => {
	try {
		const [pid, ...birth] = readFileSync(file, 'utf8').split(' ');
		// Nothing yet: its owner is about to write.
		return pid !== '' && birthOf(Number(pid)) !== birth.join(' ');
	} catch {
		// Somebody else has just found it so.
		return false;
	}
};

const claim = (port: number): boolean => {
	const file = join(claims, String(port));
	try {
		mkdirSync(claims, { recursive: true });
		writeFileSync(file, ourselves, { flag: 'wx' });
		return true;
	} catch (err) {
		if (!(err instanceof Error && 'code' in err && err.code === 'EEXIST')) throw err;
		// Not taken at once: who found it abandoned at the same moment may hold it by then.
		if (isAbandoned(file)) rmSync(file, { force: true });
		return false;
	}
};

/**
 * freePort finds a free loopback port, which no other process gets from here as long as this one lives. It looks below the range from
 * which systems take the ports of outgoing connections, so that a port stays free while what used it is started again.
 */
export const freePort = async (): Promise<number> => {
	const port = randomInt(20_000, 32_000);
	return claim(port) && (await isPortFree(port)) ? port : freePort();
};

/** PortTaken names the port and the variable that changes it: what the person must read to go on. */
export class PortTaken extends Error {
	override name = 'PortTaken';
	constructor(port: number, variable: string) {
		super(`port ${port} is taken by another program: choose another one with ${variable}=<port>`);
	}
}

/** requireFreePorts throws PortTaken for the first port of ours that somebody else holds. */
export const requireFreePorts = async (ports: Readonly<Record<string, number>>): Promise<void> => {
	for (const [variable, port] of Object.entries(ports)) {
		if (!(await isPortFree(port))) throw new PortTaken(port, variable);
	}
};
