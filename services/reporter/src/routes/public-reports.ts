import type { PublicReports } from '@vigie/schemas/reports/http';
import type { FastifyInstance } from 'fastify';
import type { ReportBook } from '../log/report-book.js';
import { isTold, publicOf } from '../views/public.js';
import type { Viewing } from '../views/summary.js';

/** publicReportsRoute serves what the field reads, without any account: the same answer for all, kept a moment by whoever passes it on. */
export const publicReportsRoute = async (
	server: FastifyInstance,
	{ book, viewing }: { readonly book: ReportBook; readonly viewing: Viewing },
): Promise<void> => {
	server.get('/v1/reports/public', { config: { action: 'public:read' } }, async (_request, reply) => {
		const now = viewing.clock.now();
		const answer: PublicReports = {
			world: viewing.world,
			now: now.toISOString(),
			reports: [...book.all()]
				.filter((report) => isTold(report, now))
				.map((report) => publicOf(report, viewing))
				.sort(
					(left, right) => right.stateSince.localeCompare(left.stateSince) || left.id.localeCompare(right.id),
				),
		};
		return reply.header('cache-control', 'public, max-age=30').send(answer);
	});
};
