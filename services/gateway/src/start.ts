import { join } from 'node:path';
import { createHttpServer } from '@vigie/kit/http-server';
import type { Running } from '@vigie/kit/lifecycle';
import { createMetrics } from '@vigie/kit/metrics';
import { createReadiness } from '@vigie/kit/readiness';
import { certificateOf } from '@vigie/kit/server-certificate';
import type { Logger } from 'pino';
import { createApp } from './app.js';
import type { GatewayConfig } from './config.js';
import { readStyleHashes } from './security-headers.js';
import { loadStaticFiles, type StaticFiles } from './static-files.js';

const dashboards = [
	['home', '/'],
	['alert', '/alerte/'],
	['review', '/organisme/'],
	['admin', '/administration/'],
	['trends', '/tendances/'],
] as const;

const loadDashboards = async (folder: string): Promise<StaticFiles> => {
	const loaded = dashboards.map(([name, base]) => loadStaticFiles(join(folder, name, 'dist'), base));
	return new Map((await Promise.all(loaded)).flatMap((files) => [...files]));
};

/** start reads the dashboards, listens (health and metrics on a port of their own), and says in which order to close. */
export const start = async (
	config: GatewayConfig,
	logger: Logger,
): Promise<Running & { readonly url: string }> => {
	const metrics = createMetrics('gateway');
	const readiness = createReadiness(['door']);
	const certificate = certificateOf(config);
	const app = createApp({
		logger,
		certificate,
		ca: config.VIGIE_CA,
		metrics,
		files: await loadDashboards(config.VIGIE_DASHBOARDS),
		styleHashes: await readStyleHashes(config.VIGIE_DASHBOARDS),
		intakeUrl: config.VIGIE_INTAKE_URL,
		apiUrl: config.VIGIE_API_URL,
		reporterUrl: config.VIGIE_REPORTER_URL,
		loaderUrl: config.VIGIE_LOADER_URL,
		publicUrl: config.VIGIE_PUBLIC_URL,
	});
	const health = createHttpServer({ logger, metrics, readiness, bodyLimit: 1_024, certificate });
	await health.listen({ host: config.VIGIE_HOST, port: config.VIGIE_GATEWAY_HEALTH_PORT });
	const url = await app.listen({ host: config.VIGIE_HOST, port: config.VIGIE_PORT });
	readiness.set('door', true);
	return {
		url,
		closings: [
			{ name: 'readiness', close: () => readiness.stop() },
			{ name: 'http', close: () => app.close() },
			{ name: 'health', close: () => health.close() },
		],
	};
};
