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

/**
 * rateLimitPlugin limits each credential (never an address: intake knows none). Ours and not `@fastify/rate-limit`: the counting
 * is ours anyway, in memory and at once, and a plugin that awaits five times costs a request more than its validation.
 */
export const rateLimitPlugin = fp(
	async (server: FastifyInstance, { counter, limits }: { counter: RateCounter; limits: RateLimits }) => {
		server.addHook('onRequest', (request, _reply, done) => {
			const { channel, id } = senderOf(request);
			const { current, ttl } = counter.count(`${channel}:${id}`);
			if (current <= (channel === 'FORMULAIRE' ? limits.device : limits.key)) return done();
			done(new ProblemError('too_many_requests', { retryAfterSeconds: Math.ceil(ttl / 1_000) }));
		});
	},
	{ name: 'rate-limit', dependencies: ['sender'] },
);
