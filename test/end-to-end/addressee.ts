import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '@vigie/local/ports';
import { cleanUp } from '@vigie/test/cleanup';
import { SMTPServer } from 'smtp-server';

/** useMailbox is a real SMTP server that keeps what it takes. */
export const useMailbox = async (): Promise<{ readonly url: string; readonly mails: readonly string[] }> => {
	const mails: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData: (stream, _session, done) => {
			const chunks: Buffer[] = [];
			stream.on('data', (chunk: Buffer) => chunks.push(chunk));
			stream.on('end', () => {
				const text = Buffer.concat(chunks)
					.toString('latin1')
					.replaceAll(/=\r?\n/g, '');
				const bytes = text.replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) =>
					String.fromCharCode(Number.parseInt(hex, 16)),
				);
				mails.push(Buffer.from(bytes, 'latin1').toString('utf8'));
				done();
			});
		},
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	cleanUp(() => new Promise<void>((resolve) => server.close(() => resolve())));
	return { url: `smtp://127.0.0.1:${port}`, mails };
};

interface Received {
	readonly headers: IncomingHttpHeaders;
	readonly body: string;
}

/** useReceiver is a body's own server of webhooks. */
export const useReceiver = async (): Promise<{
	readonly url: string;
	readonly received: readonly Received[];
}> => {
	const received: Received[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
			response.writeHead(204).end();
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
