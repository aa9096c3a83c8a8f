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
	/** Ends the direction to the client on every open connection: what the client sends still arrives, no answer comes back. */
	halfClose(): void;
	/**
	 * Keeps back, once, the answer to the first request from now on that holds this text: it resolves when the answer has come, thus
	 * the work is done, and the client will never hear of it. The text must lie in one piece of data, as the head of a request does.
	 */
	swallowAnswerTo(text: string): Promise<void>;
	/** Keeps back, once, the first request from now on that holds this text: it resolves when the request has come, and nobody works on it. */
	swallowRequest(text: string): Promise<void>;
	close(): Promise<void>;
}

/** Swallowing is a request or its answer to keep back: waited for, then tied to the connection that asked. */
interface Swallowing {
	readonly what: 'request' | 'answer';
	readonly text: string;
	readonly done: () => void;
	asker: Socket | null;
}

/** startTcpProxy listens on a loopback port, a free one unless given, and passes everything on to `targetPort`, in order. */
export const startTcpProxy = async (targetPort: number, port = 0): Promise<TcpProxy> => {
	const sockets = new Set<Socket>();
	let open = true;
	let delayMs = 0;
	let swallowing: Swallowing | null = null;
	const nearSides = new Set<Socket>();

	/** watchFor tells whether a piece may pass on, and notes the request that is waited for. */
	const watchFor = (data: Buffer, near: Socket, fromClient: boolean): boolean => {
		if (swallowing === null) return true;
		if (fromClient && swallowing.asker === null && data.includes(swallowing.text)) swallowing.asker = near;
		if (fromClient !== (swallowing.what === 'request') || swallowing.asker !== near) return true;
		swallowing.done();
		return false;
	};
	const swallow = (what: Swallowing['what'], text: string): Promise<void> =>
		new Promise((resolve) => {
			swallowing = { what, text, asker: null, done: resolve };
		});
	const keep = (socket: Socket): Socket => {
		sockets.add(socket);
		// A broken connection is what this proxy is for.
		socket.on('error', () => undefined);
		return socket.once('close', () => sockets.delete(socket));
	};
	const forward = (from: Socket, to: Socket, near: Socket): void => {
		let lastAtMs = 0;
		const later = (action: () => void): void => {
			// Never before the piece that came before it, or the bytes would change places.
			const atMs = Math.max(performance.now() + delayMs, lastAtMs);
			lastAtMs = atMs;
			if (delayMs === 0 && atMs <= performance.now()) action();
			else setTimeout(action, atMs - performance.now());
		};
		from.on('data', (data) => {
			if (watchFor(data, near, from === near)) later(() => void to.write(data));
		});
		from.on('end', () => later(() => void to.end()));
		from.once('close', () => later(() => void to.destroy()));
	};
	const server = createServer({ allowHalfOpen: true }, (near) => {
		keep(near);
		if (!open) return near.resetAndDestroy();
		nearSides.add(near);
		near.once('close', () => nearSides.delete(near));
		const far = keep(connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true }));
		forward(near, far, near);
		forward(far, near, near);
	});
	const breakAll = (): void => {
		for (const socket of sockets) socket.resetAndDestroy();
	};
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen({ port, host: '127.0.0.1' }, resolve);
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
		halfClose: () => {
			for (const near of nearSides) near.end();
		},
		swallowAnswerTo: (text) => swallow('answer', text),
		swallowRequest: (text) => swallow('request', text),
		close: () => {
			breakAll();
			return new Promise((resolve) => server.close(() => resolve()));
		},
	};
};
