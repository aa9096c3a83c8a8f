import type { RegistryView } from '@vigie/kit/registry-view';
import { parisDateOf } from '@vigie/schemas/calendar';
import { bodyReplyId } from '@vigie/schemas/registry';
import type { AnswerFigures, BodyReply } from '@vigie/schemas/reports/figures';
import type { FastifyInstance } from 'fastify';
import type { ReportBook } from '../log/report-book.js';
import { figuresOf, yearBefore } from '../views/figures.js';
import type { Viewing } from '../views/summary.js';

interface AnswersRoute {
	readonly book: Pick<ReportBook, 'all'>;
	readonly registry: Pick<RegistryView, 'find'>;
	readonly viewing: Viewing;
}

/** answersRoute tells everyone how bodies answer, with what each says of it; kept a moment by whoever passes it on. */
export const answersRoute = async (
	server: FastifyInstance,
	{ book, registry, viewing }: AnswersRoute,
): Promise<void> => {
	const replyOf = (body: string): BodyReply | null => {
		const record = registry.find('body-reply', bodyReplyId(body));
		return record && !record.withdrawn ? { text: record.text, on: parisDateOf(new Date(record.at)) } : null;
	};
	server.get('/v1/reports/answers', { config: { action: 'public:read' } }, async (_request, reply) => {
		const now = viewing.clock.now();
		const answer: AnswerFigures = {
			world: viewing.world,
			now: now.toISOString(),
			since: yearBefore(now),
			delays: { acknowledge: { ...viewing.delays.acknowledge }, answer: { ...viewing.delays.answer } },
			bodies: figuresOf([...book.all()], viewing, replyOf),
		};
		return reply.header('cache-control', 'public, max-age=30').send(answer);
	});
};
