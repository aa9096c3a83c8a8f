import { parisDateOf } from '@vigie/schemas/calendar';
import { type Delays, dueDate } from '@vigie/schemas/reports/deadlines';
import { applyEvent, type Report } from '@vigie/schemas/reports/report';
import { REPORT_CONTRACT } from '@vigie/schemas/reports/report-event';

/** Done is when something owed was done, and until when it was owed; days in Paris. */
export interface Done {
	readonly on: string | null;
	readonly by: string;
}

/** BodyDuty is what one body owed on one report, from when it was asked: at its opening, when it was sent on to it, when it was reopened. */
export interface BodyDuty {
	readonly body: string;
	readonly since: string;
	readonly acknowledge: Done;
	readonly answer: Done;
	/** True once it was sent on: the next body owes. */
	readonly sentOn: boolean;
}

const answers: readonly string[] = ['not_reproduced', 'contested', 'committed', 'mended'];
const acknowledgements: readonly string[] = ['acknowledged', 'workaround_published', ...answers];
const beginnings: readonly string[] = ['opened', 'reassigned', 'reopened'];

const dayOf = (instant: string): string => parisDateOf(new Date(instant));

interface Step {
	readonly type: string;
	readonly on: string;
	/** Until when each thing is owed, as things stood just before. */
	readonly by: Readonly<Record<'acknowledge' | 'answer', string>>;
}

const doneAfter = (kept: Done, types: readonly string[], { type, on }: Step, by: string): Done =>
	kept.on === null ? { on: types.includes(type) ? on : null, by } : kept;

/** afterStep gives a duty after one step of the life; what was sent on is owed no more, and changes no more. */
const afterStep = (duty: BodyDuty, step: Step): BodyDuty => {
	if (duty.sentOn || beginnings.includes(step.type))
		return { ...duty, sentOn: duty.sentOn || step.type === 'reassigned' };
	return {
		...duty,
		acknowledge: doneAfter(duty.acknowledge, acknowledgements, step, step.by.acknowledge),
		answer: doneAfter(duty.answer, answers, step, step.by.answer),
	};
};

/** dutiesOf gives what was owed over the life of a report, by folding its events again: the deadlines are those that stood at each moment. */
export const dutiesOf = (report: Report, delays: Delays): readonly BodyDuty[] => {
	const byOf = ({ duty }: Report): Step['by'] => ({
		acknowledge: dueDate(duty, 'acknowledge', delays),
		answer: dueDate(duty, 'answer', delays),
	});
	let duties: readonly BodyDuty[] = [];
	let state: Report | null = null;
	for (const entry of report.life) {
		const after: Report = applyEvent(state, { contract: REPORT_CONTRACT, report: report.id, ...entry });
		const { type } = entry.fact;
		const on = dayOf(entry.at);
		// A level that rises brings the day forward from that moment on.
		const step: Step = { type, on, by: byOf(type === 'level_changed' ? after : (state ?? after)) };
		duties = duties.map((duty, rank) => (rank === duties.length - 1 ? afterStep(duty, step) : duty));
		if (beginnings.includes(type)) {
			const { acknowledge, answer } = byOf(after);
			const owed = { acknowledge: { on: null, by: acknowledge }, answer: { on: null, by: answer } };
			duties = [...duties, { body: after.body, since: on, ...owed, sentOn: false }];
		}
		state = after;
	}
	return duties;
};
