import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleanUp } from './cleanup.js';

/** Received is one message that a receiver was sent. */
export interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

const taken = (response: ServerResponse): void => void response.writeHead(204).end();

/**
 * useReceiver is a body's own server of webhooks: it keeps what it is sent, and answers what the test says (204 unless told), given how many
 * have come. One that never answers hangs.
 */
export const useReceiver = async (answer: (response: ServerResponse, count: number) => void = taken) => {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
			answer(response, received.length);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	cleanUp(async () => {
		server.closeAllConnections();
		server.close();
	});
	// A server that listens on a port has an address of that kind.
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}/`, received };
};
