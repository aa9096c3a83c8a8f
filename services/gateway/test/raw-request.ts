import { type IncomingHttpHeaders, request } from 'node:http';

export interface RawAnswer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
}

/** rawRequest sends a path as it is written: `fetch` would tidy it up, and would add headers and unpack bodies. */
export const rawRequest = (
	url: string,
	path: string,
	{ method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<RawAnswer> =>
	new Promise((resolve, reject) => {
		const { hostname, port } = new URL(url);
		const sent = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
			const pieces: Buffer[] = [];
			answer.on('data', (piece: Buffer) => pieces.push(piece));
			answer.once('error', reject);
			answer.once('end', () =>
				resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
			);
		});
		sent.once('error', reject);
		sent.end();
	});
