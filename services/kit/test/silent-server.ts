import { pino } from 'pino';
import { Registry } from 'prom-client';
import { onTestFinished } from 'vitest';
import { createHttpServer } from '../src/http-server.js';
import { createReadiness } from '../src/readiness.js';

/** useServer makes a service's HTTP server, closed with the test, and keeps what it logs. */
export const useServer = (bodyLimit = 1_000) => {
	const lines: string[] = [];
	const logger = pino({ level: 'trace' }, { write: (line) => void lines.push(line) });
	const readiness = createReadiness(['kafka']);
	const metrics = new Registry();
	const server = createHttpServer({ logger, metrics, readiness, bodyLimit, certificate: null });
	onTestFinished(() => server.close());
	return { server, readiness, metrics, lines };
};
