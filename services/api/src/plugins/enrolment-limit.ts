import rateLimit from '@fastify/rate-limit';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { z } from 'zod';
import { linkIdOf } from '../registry/judge-link.js';

const WithLink = z.object({ link: z.string().max(200) });

/** By link and not by address: no address is kept, and behind the gateway all come from one. */
const keyOf = (request: FastifyRequest): string => {
	const body = WithLink.safeParse(request.body);
	return body.success ? linkIdOf(body.data.link) : '';
};

/** enrolmentLimitPlugin limits how often a link may be used in a minute; links that cannot be read share one count. */
export const enrolmentLimitPlugin = fp(
	async (server: FastifyInstance, { perMinute }: { readonly perMinute: number }) => {
		await server.register(rateLimit, {
			max: perMinute,
			timeWindow: 60_000,
			hook: 'preHandler',
			keyGenerator: keyOf,
			// How many enrolled this minute is nobody's business.
			addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
			addHeadersOnExceeding: {
				'x-ratelimit-limit': false,
				'x-ratelimit-remaining': false,
				'x-ratelimit-reset': false,
			},
			errorResponseBuilder: (_request, { ttl }) =>
				new ProblemError('too_many_requests', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) }),
		});
	},
	{ name: 'enrolment-limit' },
);
