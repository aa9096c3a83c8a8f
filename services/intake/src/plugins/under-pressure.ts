import underPressure from '@fastify/under-pressure';
import { sendProblem } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';

const RETRY_AFTER_SECONDS = 2;

/** underPressurePlugin answers 503 while the process cannot keep up, rather than letting everybody wait. */
export const underPressurePlugin = fp(
	async (server: FastifyInstance) => {
		await server.register(underPressure, {
			maxEventLoopDelay: 1_500,
			maxHeapUsedBytes: 1_500_000_000,
			pressureHandler: (_request, reply) =>
				void sendProblem(reply, 'unavailable', { retryAfterSeconds: RETRY_AFTER_SECONDS }),
		});
	},
	{ name: 'under-pressure' },
);
