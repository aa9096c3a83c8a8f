import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { cleanUp } from '@vigie/test/cleanup';
import Fastify, { type FastifyInstance } from 'fastify';
import { GatewayConfig } from '../src/config.js';
import { start } from '../src/start.js';

const logger = createLogger('gateway-test', 'silent');

/** useUpstream starts a server that answers with what it was asked, under a name. */
export const useUpstream = async (
	name: string,
	more?: (server: FastifyInstance) => void,
): Promise<string> => {
	const server = Fastify();
	server.removeAllContentTypeParsers();
	server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
	more?.(server);
	server.all('/*', async ({ method, url, headers, body }, reply) =>
		reply
			.header('server', 'secret')
			.header('x-powered-by', 'secret')
			.send({ name, method, url, headers, body }),
	);
	const url = await server.listen({ host: '127.0.0.1', port: 0 });
	cleanUp(() => server.close());
	return url;
};

const script = `console.log(${JSON.stringify('vigie '.repeat(500))});\n`;

/** builtFiles is what the dashboards' builds look like. */
export const builtFiles: Readonly<Record<string, string>> = {
	'home/dist/index.html': '<!doctype html><title>Vigie</title>',
	'home/dist/assets/index-Ab12.js': script,
	'home/dist/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
	'alert/dist/index.html': '<!doctype html><title>Alerte</title>',
	'alert/dist/sw.js': '// worker',
	'alert/dist/manifest.webmanifest': '{}',
	'review/dist/index.html': '<!doctype html><title>Mon organisme</title>',
	'admin/dist/index.html': '<!doctype html><title>Administration</title>',
	'trends/dist/index.html': '<!doctype html><title>Tendances</title>',
	'trends/dist/methode.html': '<!doctype html><title>Méthode</title>',
	'ui/secret.txt': 'outside of what is served',
};

/** useDashboards writes built dashboards into a folder of the test's own. */
export const useDashboards = async (more: Readonly<Record<string, string>> = {}): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-dashboards-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	for (const [path, text] of Object.entries({ ...builtFiles, ...more })) {
		await mkdir(dirname(join(folder, path)), { recursive: true });
		await writeFile(join(folder, path), text);
	}
	return folder;
};

/** useGateway starts the gateway as `server.ts` does, on free ports, and gives its address. */
export const useGateway = async (environment: Readonly<Record<string, string>> = {}): Promise<string> => {
	const config = GatewayConfig.parse({
		VIGIE_PORT: '0',
		VIGIE_GATEWAY_HEALTH_PORT: '0',
		VIGIE_INTAKE_URL: 'http://127.0.0.1:1',
		VIGIE_API_URL: 'http://127.0.0.1:1',
		VIGIE_REPORTER_URL: 'http://127.0.0.1:1',
		VIGIE_LOADER_URL: 'http://127.0.0.1:1',
		VIGIE_DASHBOARDS: environment.VIGIE_DASHBOARDS ?? (await useDashboards()),
		...environment,
	});
	const running = await start(config, logger);
	cleanUp(() => closeInOrder(running.closings, logger));
	return running.url;
};
