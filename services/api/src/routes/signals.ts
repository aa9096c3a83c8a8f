import { SignalFilter, type WeeklySignals } from '@vigie/schemas/weekly-signals';
import type { FastifyInstance } from 'fastify';
import { etagOf, JSON_TYPE, sendAnswer } from '../answer.js';
import type { ReadWeeklySignals } from '../published/weekly-signals.js';

export interface SignalsOptions {
	readonly world: 'demo' | 'real';
	readonly readSignals: ReadWeeklySignals;
}

/** signalsRoute serves what changed in closed weeks. */
export const signalsRoute = async (
	server: FastifyInstance,
	{ world, readSignals }: SignalsOptions,
): Promise<void> => {
	server.get('/v1/signals', { config: { action: 'public:read' } }, async (request, reply) => {
		const { family, platform } = SignalFilter.parse(request.query);
		const { asOf, signals } = await readSignals();
		const body: WeeklySignals = {
			world,
			asOf,
			signals: signals.filter(
				(signal) =>
					(family ?? signal.family) === signal.family &&
					(platform ?? signal.coordinates.platform) === signal.coordinates.platform,
			),
		};
		const text = JSON.stringify(body);
		return sendAnswer(request, reply, {
			etag: etagOf(text),
			cacheControl: 'public, no-cache',
			contentType: JSON_TYPE,
			body: () => text,
		});
	});
};
