import { problemCodeOf } from '@vigie/kit/problem-plugin';
import { problems } from '@vigie/schemas/problem';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { IntakeMetrics } from '../metrics.js';

/** refusalsPlugin counts the requests that are refused as such, before any field is looked at. */
export const refusalsPlugin = fp(
	async (server: FastifyInstance, { refusals }: { refusals: Pick<IntakeMetrics, 'refusedRequest'> }) => {
		server.addHook('onError', async (_request, _reply, error) => {
			const code = problemCodeOf(error);
			// A body's own faults are counted by field, and an intake that cannot write refuses nobody.
			if (code !== 'invalid_request' && problems[code].status < 500) refusals.refusedRequest(code);
		});
	},
	{ name: 'refusals' },
);
