import { CSRF_HEADER, type Me, type OwnSessions, sessionPaths } from '@vigie/schemas/accounts/session';
import { LiveLevels } from '@vigie/schemas/live';
import { commandStates, ReportCommand } from '@vigie/schemas/reports/command';
import { DELAYS, dueOf, isCommitmentPassed } from '@vigie/schemas/reports/deadlines';
import { type LifeEntry, ReportDetail, ReportList } from '@vigie/schemas/reports/http';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import type { ReportEvent, ReportFact } from '@vigie/schemas/reports/report-event';
import { reportStates, transitions } from '@vigie/schemas/reports/states';
import type { Asked, Said } from '../../ui/test/support/page-server.js';

const CSRF = 'csrf-of-the-stand-in';
const signedOut: Me = {
	world: 'demo',
	account: null,
	grants: [],
	csrf: null,
	expiresAt: null,
	canSignIn: true,
};
const grants: Me['grants'] = [{ role: 'institution_answerer', body: 'CNAF' }];

/** NOW is the instant at which the stand-in lives. */
export const NOW = '2026-11-24T13:02:00Z';

const live = LiveLevels.parse({
	world: 'demo',
	now: NOW,
	asOf: '2026-11-24T13:00:00Z',
	levels: [
		{
			platform: 'CAF_MON_COMPTE',
			territory: 'FR',
			level: 'signal',
			since: '2026-11-10T06:00:00Z',
			band: '20-49',
			sentence: { key: 'outage.country.signal', parameters: { platform: 'CAF_MON_COMPTE' } },
		},
	],
	maintenances: [],
});

const lifeEntry = ({ version, at, actor, fact }: Report['life'][number]): LifeEntry => ({
	version,
	at,
	type: fact.type,
	by: { kind: actor.kind, body: actor.kind === 'body' ? actor.body : null },
	...('level' in fact ? { level: fact.level } : {}),
	...('reason' in fact && fact.reason !== null ? { reason: fact.reason } : {}),
	...('text' in fact && fact.text !== null ? { text: fact.text } : {}),
	...('date' in fact ? { date: fact.date } : {}),
	...('effectiveFrom' in fact ? { date: fact.effectiveFrom } : {}),
	...('target' in fact ? { target: fact.target } : {}),
	...('because' in fact ? { because: fact.because } : {}),
	...('asOf' in fact ? { asOf: fact.asOf } : {}),
});

const actionsOf = (report: Report): readonly object[] =>
	// Object.entries widens the keys to texts; they are the commands.
	Object.entries(commandStates).flatMap(([command, state]) => {
		const way = transitions.find(({ to, by }) => to === state && by === 'body');
		if (!way?.from.includes(report.state)) return [];
		const { target, ...needs } = way.needs;
		const targets = target ? ['CNAM', 'CCMSA', 'DINUM'] : null;
		return [{ command, consequence: `report.consequence.${command}`, needs: { ...needs, targets } }];
	});

const summaryOf = (report: Report) => {
	const due = dueOf(report, new Date(NOW), DELAYS);
	const { id, version, state, stateSince, platform, step, failureKind, body, level, band, sentence } = report;
	const passed = isCommitmentPassed(report, new Date(NOW));
	return {
		...{ id, version, state, stateSince, platform, step, failureKind, body, level, band, sentence, due },
		territories: [...report.territories],
		since: report.onset,
		openedAt: report.openedAt,
		lastObserved: report.lastObserved,
		commitment: report.commitment === null ? null : { date: report.commitment, passed },
		open: reportStates[state].open,
	};
};

const repairOf = ({ repair }: Report) => {
	if (repair === null) return null;
	const { at, ...words } = repair;
	return { ...words, on: at.slice(0, 10) };
};

const detailOf = (report: Report): ReportDetail => {
	const summary = summaryOf(report);
	const { version: _, openedAt: __, lastObserved: ___, band: ____, due, open: _____, ...failure } = summary;
	const said = {
		workaround: report.workaround === null ? null : { ...report.workaround, expired: false },
		answer: report.answer,
		effectiveFrom: report.effectiveFrom,
		repair: repairOf(report),
		rightOfReply: report.rightOfReply,
	};
	return ReportDetail.parse({
		...summary,
		...said,
		world: 'demo',
		now: NOW,
		firstBody: report.firstBody,
		life: report.life.map(lifeEntry),
		actions: actionsOf(report),
		deliveries: [],
		field: {
			...failure,
			...said,
			stateSince: report.stateSince.slice(0, 10),
			overdue: due?.overdue ?? false,
			life: [],
		},
	});
};

const factOf = (command: ReportCommand): ReportFact | null => {
	const { expectedVersion: _, command: name, ...rest } = command;
	const type = commandStates[name];
	// A command carries what its fact does, but for the text that may be left out.
	return type === null
		? null
		: ({ ...('reason' in rest ? { text: null } : {}), ...rest, type } as ReportFact);
};

/** standInReports answers `/v1/reports` for pages, with the fold and the state machine that the reporter uses. */
export const standInReports = (opened: readonly (readonly ReportEvent[])[]) => {
	const reports = new Map<string, Report>();
	const add = (event: ReportEvent): void =>
		void reports.set(event.report, applyEvent(reports.get(event.report) ?? null, event));
	for (const events of opened) events.forEach(add);
	const sent: ReportCommand[] = [];

	const happen = (id: string, fact: ReportFact, actor: ReportEvent['actor']): void => {
		const version = (reports.get(id)?.version ?? 0) + 1;
		add({ contract: '1-0-0', report: id, version, at: NOW, actor, fact });
	};
	const problem = (status: number, code: string): Said => ({
		status,
		body: { type: 'about:blank', title: 'Refusé', status, code },
	});
	const list = (): ReportList => {
		const all = [...reports.values()].map(summaryOf);
		const counts: Record<string, number> = {};
		for (const { state } of all) counts[state] = (counts[state] ?? 0) + 1;
		return ReportList.parse({ world: 'demo', now: NOW, counts, reports: all });
	};
	const command = (report: Report, body: string): Said => {
		const parsed = ReportCommand.parse(JSON.parse(body));
		sent.push(parsed);
		if (parsed.expectedVersion !== report.version) return problem(409, 'stale_version');
		const fact = factOf(parsed);
		if (fact) happen(report.id, fact, { kind: 'body', body: report.body, account: null });
		return { status: 200, body: detailOf(reports.get(report.id) ?? report) };
	};
	let sessions: OwnSessions['sessions'] = [
		{ openedAt: '2026-11-24T08:00:00Z', seenAt: '2026-11-24T13:00:00Z', current: true },
		{ openedAt: '2026-11-23T08:00:00Z', seenAt: '2026-11-23T17:00:00Z', current: false },
	];
	let me: Me = {
		...signedOut,
		account: { id: `a-${'0'.repeat(32)}`, label: 'Chargée de suivi' },
		csrf: CSRF,
		grants,
	};
	const answer = ({ method, path, body, headers }: Asked): Said | null => {
		if (path === sessionPaths.me) return { status: 200, body: me };
		if (path === '/v1/live') return { status: 200, body: live };
		if (me.account === null)
			return path.startsWith('/v1/reports') ? problem(401, 'missing_credentials') : null;
		if (method === 'POST' && headers[CSRF_HEADER] !== CSRF) return problem(403, 'csrf_refused');
		if (path === sessionPaths.own) return { status: 200, body: { sessions } };
		if (path === sessionPaths.endOthers) {
			const ended = sessions.length - 1;
			sessions = sessions.slice(0, 1);
			return { status: 200, body: { ended } };
		}
		if (path === '/v1/reports') return { status: 200, body: list() };
		// What is public is of the fixture.
		if (path === '/v1/reports/answers' || path === '/v1/reports/public') return null;
		const [, id, rest] = /^\/v1\/reports\/([^/]+)(\/commands)?$/.exec(path) ?? [];
		if (id === undefined) return null;
		const report = reports.get(id);
		if (!report) return problem(404, 'not_found');
		return method === 'POST' && rest ? command(report, body) : { status: 200, body: detailOf(report) };
	};
	const signInAs = (changes: Partial<Me>): void => {
		me = { ...me, ...changes };
	};
	return { answer, happen, signInAs, sent };
};
