import { AnswerFigures, CURVE_DAYS } from '@vigie/schemas/reports/figures';

const delay = (days: readonly number[], owed: number, inTime: number) => ({
	owed,
	done: days.length,
	inTime,
	medianDays: days[Math.floor(days.length / 2)] ?? null,
	doneByDay: Array.from({ length: CURVE_DAYS + 1 }, (_, day) => days.filter((at) => at <= day).length),
});

/** demoAnswers are two bodies: one that answered most of what it was asked and says why not all, one that has answered nothing. */
export const demoAnswers: AnswerFigures = AnswerFigures.parse({
	world: 'demo',
	now: '2026-11-24T13:02:00Z',
	since: '2025-11-24',
	delays: { acknowledge: { strong: 2, signal: 5 }, answer: { strong: 10, signal: 20 } },
	bodies: [
		{
			body: 'CNAF',
			asked: 4,
			open: 2,
			overdue: 1,
			passed: 1,
			acknowledged: delay([1, 1, 3, 8], 4, 3),
			answered: delay([4, 9, 22], 4, 2),
			confirmed: 1,
			reopened: 1,
			reply: { text: 'Le correctif a attendu une mise en service prévue.', on: '2026-11-18' },
		},
		{
			body: 'ANTS',
			asked: 1,
			open: 1,
			overdue: 0,
			passed: 0,
			acknowledged: delay([], 1, 0),
			answered: delay([], 1, 0),
			confirmed: 0,
			reopened: 0,
			reply: null,
		},
	],
});
