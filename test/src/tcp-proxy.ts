import { connect, createServer, type Socket } from 'node:net';

/** TcpProxy stands between a client and an engine, so that a test can be the network. */
export interface TcpProxy {
	readonly port: number;
	/** Breaks every connection and refuses new ones, as a host that went away. */
	cut(): void;
	/** Lets connections through again. */
	restore(): void;
	/** Holds back, from now on, every piece of data by `ms` in both directions. */
	delay(ms: number): void;
	close(): Promise<void>;
}

/** startTcpProxy listens on a free loopback port and passes everything on to `targetPort`, in order. */
export const startTcpProxy = async (targetPort: number): Promise<TcpProxy> => {
	const sockets = new Set<Socket>();
	let open = true;
	let delayMs = 0;

	const keep = (socket: Socket): Socket => {
		sockets.add(socket);
		// A broken connection is what this proxy is for.
		socket.on('error', () => undefined);
		return socket.once('close', () => sockets.delete(socket));
	};
	const forward = (from: Socket, to: Socket): void => {
		let lastAtMs = 0;
		const later = (action: () => void): void => {
			// Never before the piece that came before it, or the bytes would change places.
			const atMs = Math.max(performance.now() + delayMs, lastAtMs);
			lastAtMs = atMs;
			if (delayMs === 0 && atMs <= performance.now()) action();
			else setTimeout(action, atMs - performance.now());
		};
		from.on('data', (data) => later(() => void to.write(data)));
		from.on('end', () => later(() => void to.end()));
		from.once('close', () => later(() => void to.destroy()));
	};
	const server = createServer((near) => {
		keep(near);
		if (!open) return near.resetAndDestroy();
		const far = keep(connect({ port: targetPort, host: '127.0.0.1' }));
		forward(near, far);
		forward(far, near);
	});
	const breakAll = (): void => {
		for (const socket of sockets) socket.resetAndDestroy();
	};
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port: 0, host: '127.0.0.1' }, resolve);
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
	return {
		port: address.port,
		cut: () => {
			open = false;
			breakAll();
		},
		restore: () => {
			open = true;
		},
		delay: (ms) => {
			delayMs = ms;
		},
		close: () => {
			breakAll();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
};
