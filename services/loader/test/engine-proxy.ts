import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { cleanUp } from '@vigie/test/cleanup';

/** Statement is what a service asked of the engine. */
export interface Statement {
	readonly sql: string;
	readonly settings: URLSearchParams;
}

export interface EngineProxy {
	readonly url: string;
	readonly statements: readonly Statement[];
	/** holdAnswers keeps back the answers to statements on a table; it resolves once the engine has done one of them. */
	holdAnswers(table: string): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(Buffer.from(chunk));
	return Buffer.concat(chunks);
};

/** useEngineProxy stands between a service and a real engine, sees every statement and can keep an answer to itself. */
export const useEngineProxy = async (target: string): Promise<EngineProxy> => {
	const statements: Statement[] = [];
	let held: { table: string; done: () => void } | null = null;
	const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const url = new URL(request.url ?? '/', target);
		const body = await bodyOf(request);
		const sql = url.searchParams.get('query') ?? body.toString();
		statements.push({ sql, settings: url.searchParams });
		const headers = Object.fromEntries(
			Object.entries(request.headers).filter(([name]) => !/^(host|connection|transfer-encoding)$/.test(name)),
		);
		const answer = await fetch(url, {
			method: request.method ?? 'GET',
			headers: headers as Record<string, string>,
			...(request.method === 'POST' ? { body: new Uint8Array(body) } : {}),
		});
		const bytes = Buffer.from(await answer.arrayBuffer());
		if (held && sql.includes(held.table)) return held.done();
		const names = [
			'content-type',
			'x-clickhouse-exception-code',
			'x-clickhouse-query-id',
			'x-clickhouse-format',
		];
		for (const name of names) {
			const value = answer.headers.get(name);
			if (value !== null) response.setHeader(name, value);
		}
		response.writeHead(answer.status).end(bytes);
	};
	const server = createServer((request, response) => {
		pass(request, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen({ port: 0, host: '127.0.0.1' }, resolve));
	cleanUp(async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	});
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
	return {
		url: `http://127.0.0.1:${address.port}`,
		statements,
		holdAnswers: (table) =>
			new Promise((resolve) => {
				held = { table, done: resolve };
			}),
	};
};
