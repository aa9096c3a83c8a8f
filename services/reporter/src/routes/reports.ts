import type { AuditLog } from '@vigie/kit/access/audit-log';
import { ProblemError } from '@vigie/kit/problem-plugin';
import { can } from '@vigie/schemas/accounts/can';
import type { Subject } from '@vigie/schemas/accounts/subject';
import { ReportCommand } from '@vigie/schemas/reports/command';
import { ReportFilter, type ReportList } from '@vigie/schemas/reports/http';
import { judgeCommand } from '@vigie/schemas/reports/judge-command';
import type { Report } from '@vigie/schemas/reports/report';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { z } from 'zod';
import { actorOf, callerOf, isOfBody, mayRead } from '../access.js';
import type { ReportBook } from '../log/report-book.js';
import { eventsOf } from '../reports/events-of.js';
import { detailOf } from '../views/detail.js';
import { byPress, summaryOf, type Viewing } from '../views/summary.js';
import { noteRefusedCommands } from './note-refused-command.js';

export interface ReportRoutes {
	readonly book: ReportBook;
	readonly viewing: Viewing;
	/** Prints a report on one page. */
	readonly print: (report: Report) => Promise<Buffer>;
	/** Called when somebody else must be told: another body, for one. */
	readonly onChange: () => void;
	readonly audit: AuditLog;
	readonly logger: Logger;
}

const Params = z.object({ id: z.string().max(64) });
/** A text of 500 characters in escapes of six bytes each, and the rest. */
const BODY_LIMIT = 8_192;

/** reportsRoute serves reports to those who may read them, and takes what they do about them. */
export const reportsRoute = async (
	server: FastifyInstance,
	{ book, viewing, print, onChange, audit, logger }: ReportRoutes,
): Promise<void> => {
	/** What somebody may not read is not there: its existence is nobody's business. */
	const readable = (subject: Subject, id: string): Report => {
		const report = book.find(id);
		if (!report || !mayRead(subject, report)) throw new ProblemError('not_found');
		return report;
	};
	/** Which body a report is read for; what somebody may not read is not there. */
	const bodyOf = ({ subject, params }: FastifyRequest): string => {
		const { body, firstBody } = readable(subject, Params.parse(params).id);
		return can(subject, 'report:read', { body }) ? body : firstBody;
	};
	const ofReport = { action: 'report:read', bodyOf } as const;
	const isUnread = ({ state }: Report): boolean => ['opened', 'sent', 'reassigned'].includes(state);
	const markSeen = async (subject: Subject, id: string): Promise<void> => {
		const isFirst = (report: Report): boolean => isUnread(report) && isOfBody(subject, report.body);
		if (!isFirst(readable(subject, id))) return;
		await book.change(() => {
			const report = readable(subject, id);
			if (!isFirst(report)) return [];
			return eventsOf(report, [{ type: 'seen' }], actorOf(subject, report), viewing.clock.now());
		});
	};

	const noteRefused = noteRefusedCommands(audit, logger);
	/** Does what somebody asks to be done to a report, or throws why not. */
	const carryOut = async (subject: Subject, id: string, body: unknown): Promise<void> => {
		if (callerOf(subject, readable(subject, id)) === null) throw new ProblemError('forbidden');
		const command = ReportCommand.parse(body);
		await book.change(() => {
			const report = readable(subject, id);
			const caller = callerOf(subject, report);
			if (caller === null) throw new ProblemError('forbidden');
			const judged = judgeCommand(report, command, caller, viewing.clock.now());
			if (!judged.ok) throw new ProblemError(judged.code, judged.errors ? { errors: judged.errors } : {});
			return eventsOf(report, judged.facts, actorOf(subject, report), viewing.clock.now());
		});
		if (command.command === 'reassign') onChange();
	};

	server.get('/v1/reports', { config: { action: 'report:list' } }, async (request, reply) => {
		const { subject } = request;
		const filter = ReportFilter.parse(request.query);
		const mine = [...book.all()].filter((report) => mayRead(subject, report));
		const asked = mine.filter(
			({ platform, level, body }) =>
				(filter.platform ?? platform) === platform &&
				(filter.level ?? level) === level &&
				(filter.body ?? body) === body,
		);
		const counts: ReportList['counts'] = {};
		for (const { state } of asked) counts[state] = (counts[state] ?? 0) + 1;
		const answer: ReportList = {
			world: viewing.world,
			now: viewing.clock.now().toISOString(),
			counts,
			reports: asked
				.filter(({ state }) => (filter.state ?? state) === state)
				.map((report) => summaryOf(report, viewing))
				.sort(byPress),
		};
		return reply.header('cache-control', 'no-store').send(answer);
	});

	server.get('/v1/reports/:id', { config: ofReport }, async (request, reply) => {
		const { subject } = request;
		const { id } = Params.parse(request.params);
		await markSeen(subject, id);
		const report = readable(subject, id);
		return reply
			.header('cache-control', 'no-store')
			.send(detailOf(report, callerOf(subject, report), viewing));
	});

	server.get('/v1/reports/:id/report.pdf', { config: ofReport }, async (request, reply) => {
		const { subject } = request;
		const { id } = Params.parse(request.params);
		const page = await print(readable(subject, id));
		return reply
			.header('cache-control', 'no-store')
			.header('content-disposition', `inline; filename="${id}.pdf"`)
			.type('application/pdf')
			.send(page);
	});

	server.post(
		'/v1/reports/:id/commands',
		{ config: { action: 'report:command', bodyOf }, bodyLimit: BODY_LIMIT },
		async (request, reply) => {
			const { subject } = request;
			const { id } = Params.parse(request.params);
			const asked = readable(subject, id);
			try {
				await carryOut(subject, id, request.body);
			} catch (error) {
				noteRefused(subject, asked, error);
				throw error;
			}
			const report = book.find(id);
			if (!report) throw new ProblemError('not_found');
			// A body that has reassigned a report sees what it did, once, even where it may read no more.
			return reply
				.header('cache-control', 'no-store')
				.send(detailOf(report, callerOf(subject, report), viewing));
		},
	);
};
