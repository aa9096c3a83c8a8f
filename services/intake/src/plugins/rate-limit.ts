import rateLimit, { type FastifyRateLimitStore } from '@fastify/rate-limit';
import { ProblemError } from '@vigie/kit/problem-plugin';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { RateCounter } from '../rate-counter.js';
import { senderOf } from './sender.js';

/** RateLimits are requests a minute of one sender. */
export interface RateLimits {
	readonly device: number;
	readonly key: number;
}

/** rateLimitPlugin limits each credential (never an address: intake knows none), by `@fastify/rate-limit` over our counter. */
export const rateLimitPlugin = fp(
	async (server: FastifyInstance, { counter, limits }: { counter: RateCounter; limits: RateLimits }) => {
		class Store implements FastifyRateLimitStore {
			incr(key: string, done: (err: null, result: { current: number; ttl: number }) => void): void {
				done(null, counter.count(key));
			}
			child(): FastifyRateLimitStore {
				return this;
			}
		}
		await server.register(rateLimit, {
			store: Store,
			timeWindow: '1 minute',
			keyGenerator: (request) => `${senderOf(request).channel}:${senderOf(request).id}`,
			max: (request) => (senderOf(request).channel === 'FORMULAIRE' ? limits.device : limits.key),
			addHeaders: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
			addHeadersOnExceeding: {
				'x-ratelimit-limit': false,
				'x-ratelimit-remaining': false,
				'x-ratelimit-reset': false,
			},
			errorResponseBuilder: (_request, { ttl }) =>
				new ProblemError('too_many_requests', { retryAfterSeconds: Math.ceil(ttl / 1_000) }),
		});
	},
	{ name: 'rate-limit', dependencies: ['sender'] },
);
