import { parisDateOf } from '../calendar.js';
import { detect } from '../personal-data/detect.js';
import type { FieldError, ProblemCode } from '../problem.js';
import { codesOf } from '../taxonomy.js';
import { type CommandName, commandNames, commandStates, type ReportCommand } from './command.js';
import type { Report } from './report.js';
import type { ReportFact } from './report-event.js';
import { isOpen, type Needs, type ReportState, transitionTo } from './states.js';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** How far ahead a body may promise, and how long a workaround may stand without being said again. */
const PROMISE_DAYS = 730;
const WORKAROUND_DAYS = 366;

/** Caller is for whom a command is judged: the body that must answer, or an administrator, who alone may reassign a third time. */
export type Caller = 'body' | 'administrator';

/** Judgement is what a command becomes: facts to write, or why not. */
export type Judgement =
	| { readonly ok: true; readonly facts: readonly ReportFact[] }
	| { readonly ok: false; readonly code: ProblemCode; readonly errors?: readonly FieldError[] };

const refuse = (code: ProblemCode, errors?: readonly FieldError[]): Judgement =>
	errors ? { ok: false, code, errors } : { ok: false, code };

/** Until its first reading, what a body may do is what it may do just after: to answer is to have read. */
const unread: readonly ReportState[] = ['opened', 'sent', 'reassigned'];

const stateRead = (state: ReportState): ReportState => (unread.includes(state) ? 'seen' : state);

/** What others may have changed since a reading without making an answer stale: signals, levels, sendings, what the field makes of a repair. */
const silent: readonly string[] = [
	'signal_attached',
	'level_changed',
	'delivery_recorded',
	'repair_judged',
	'sent',
	'seen',
];

const isStale = (report: Report, expected: number): boolean =>
	expected > report.version ||
	report.life.some(({ version, fact }) => version > expected && !silent.includes(fact.type));

/** targetsOf gives the bodies to which a report may go: any other at first, then only back to the first, then none but for an administrator. */
export const targetsOf = (report: Report, caller: Caller): readonly string[] => {
	const others = codesOf('bodies').filter((body) => body !== report.body);
	if (caller === 'administrator' || report.reassignments === 0) return others;
	return report.reassignments === 1 && report.firstBody !== report.body ? [report.firstBody] : [];
};

const dayAfter = (now: Date, days: number): string => parisDateOf(new Date(now.getTime() + days * DAY_MS));

const outside = (path: string, value: string, first: string, last: string): FieldError[] => {
	if (value < first) return [{ path, code: 'before_allowed' }];
	return value > last ? [{ path, code: 'after_allowed' }] : [];
};

/** firstEffect gives the first hour at which a repair may take effect: that of the failure, and after the repair that did not hold: it was another one. */
const firstEffect = ({ onset, effectiveFrom }: Report): string => {
	// An hour is all that a body tells: what began and was mended in one hour is told by it.
	const next = effectiveFrom === null ? 0 : Date.parse(effectiveFrom) + HOUR_MS;
	return `${new Date(Math.max(Date.parse(onset), next)).toISOString().slice(0, 13)}:00:00Z`;
};

const datesOf = (report: Report, command: ReportCommand, now: Date): FieldError[] => {
	const today = parisDateOf(now);
	switch (command.command) {
		case 'commit':
			return outside('date', command.date, today, dayAfter(now, PROMISE_DAYS));
		case 'publish-workaround':
			return outside('validUntil', command.validUntil, today, dayAfter(now, WORKAROUND_DAYS));
		case 'say-mended':
			return outside(
				'effectiveFrom',
				command.effectiveFrom,
				firstEffect(report),
				`${now.toISOString().slice(0, 13)}:59:59Z`,
			);
		case 'acknowledge':
		case 'reassign':
		case 'say-not-reproduced':
		case 'contest':
		case 'reply':
			return [];
		default: {
			const never: never = command;
			return never;
		}
	}
};

const reasonOf = (command: ReportCommand, needs: Needs): FieldError[] => {
	if (!('reason' in command)) return [];
	if (!needs.reasons.some((reason) => reason === command.reason))
		return [{ path: 'reason', code: 'not_offered' }];
	return command.reason === 'AUTRE' && command.text === undefined ? [{ path: 'text', code: 'required' }] : [];
};

const textOf = (command: ReportCommand): FieldError[] =>
	'text' in command && command.text !== undefined && detect(command.text).length > 0
		? [{ path: 'text', code: 'personal_data' }]
		: [];

const targetOf = (report: Report, command: ReportCommand, caller: Caller): FieldError[] =>
	command.command === 'reassign' && !targetsOf(report, caller).includes(command.target)
		? [{ path: 'target', code: 'not_offered' }]
		: [];

const factOf = (command: ReportCommand): ReportFact => {
	// A reason was found among those offered, which are codes of the list: the union of its codes is what the fact wants.
	const answer = (given: { reason: string; text?: string | undefined }) => ({
		reason: codesOf('answerReasons').find((code) => code === given.reason) ?? 'AUTRE',
		text: given.text ?? null,
	});
	switch (command.command) {
		case 'acknowledge':
			return { type: 'acknowledged' };
		case 'reassign':
			return { type: 'reassigned', ...answer(command), target: command.target };
		case 'say-not-reproduced':
			return { type: 'not_reproduced', ...answer(command) };
		case 'contest':
			return { type: 'contested', ...answer(command) };
		case 'publish-workaround':
			return { type: 'workaround_published', text: command.text, validUntil: command.validUntil };
		case 'commit':
			return { type: 'committed', ...answer(command), date: command.date };
		case 'say-mended':
			return { type: 'mended', ...answer(command), effectiveFrom: command.effectiveFrom };
		case 'reply':
			return { type: 'right_of_reply', text: command.text };
		default: {
			const never: never = command;
			return never;
		}
	}
};

/** mayGo tells whether the machine lets a body act so, from where the report is once it is read. */
const mayGo = (report: Report, name: CommandName): boolean => {
	const to = commandStates[name];
	return to === null || (transitionTo(to)?.from.includes(stateRead(report.state)) ?? false);
};

/** commandsOf gives what may be asked of a report now; nobody but its body and, to reassign it, an administrator is asked. */
export const commandsOf = (report: Report, caller: Caller): readonly CommandName[] =>
	commandNames.filter(
		(name) =>
			mayGo(report, name) &&
			(caller === 'body' || name === 'reassign') &&
			(name !== 'reassign' || targetsOf(report, caller).length > 0),
	);

/**
 * judgeCommand decides what a command does to a report, purely: the same in a page's preview and in the writer. Refusals, in this order: `forbidden`, `stale_version`
 * (somebody acted since that version was read), `report_closed`, `wrong_state`, `reassigned_twice`, `invalid_request` with the fields at fault.
 */
export const judgeCommand = (
	report: Report,
	command: ReportCommand,
	caller: Caller,
	now: Date,
): Judgement => {
	if (caller === 'administrator' && command.command !== 'reassign') return refuse('forbidden');
	if (isStale(report, command.expectedVersion)) return refuse('stale_version');
	const to = commandStates[command.command];
	if (to !== null && !isOpen(report.state)) return refuse('report_closed');
	if (!mayGo(report, command.command)) return refuse('wrong_state');
	if (command.command === 'reassign' && targetsOf(report, caller).length === 0)
		return refuse('reassigned_twice');
	const needs = to === null ? null : transitionTo(to)?.needs;
	const errors = [
		...(needs ? reasonOf(command, needs) : []),
		...textOf(command),
		...datesOf(report, command, now),
		...targetOf(report, command, caller),
	];
	if (errors.length > 0) return refuse('invalid_request', errors);
	const read: readonly ReportFact[] = to !== null && unread.includes(report.state) ? [{ type: 'seen' }] : [];
	return { ok: true, facts: [...read, factOf(command)] };
};
