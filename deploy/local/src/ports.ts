import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** isPortFree tells whether we could listen on this loopback port now. */
export const isPortFree = (port: number): Promise<boolean> =>
	new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
	});

const handedOut = new Set<number>();

/**
 * freePort finds a free loopback port, never the same one twice in a process. It looks below the range from which systems take
 * the ports of outgoing connections, so that a port stays free while what used it is started again.
 */
export const freePort = async (): Promise<number> => {
	const port = randomInt(20_000, 32_000);
	if (handedOut.has(port) || !(await isPortFree(port))) return freePort();
	handedOut.add(port);
	return port;
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
