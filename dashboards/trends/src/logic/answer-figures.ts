import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { bodyName } from '@vigie/dashboard-ui/code-names';
import { formats } from '@vigie/dashboard-ui/format';
import type { TableData } from '@vigie/dashboard-ui/table-data';
import type { AnswerFigures, BodyFigures } from '@vigie/schemas/reports/figures';
import { answersTexts } from '../texts/answers-texts.js';

type Delay = BodyFigures['answered'];
const t = inPageLanguage(answersTexts);

/** Curve is the share of what is owed that is done within 0, 1, 2... working days. */
export type Curve = readonly number[];

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** curveOf adds the delays of several bodies up; all zeros when nothing is owed. */
export const curveOf = (delays: readonly Delay[]): Curve => {
	const owed = sumOf(delays.map((delay) => delay.owed));
	const days = delays[0]?.doneByDay.length ?? 0;
	return Array.from({ length: days }, (_, day) =>
		owed === 0 ? 0 : sumOf(delays.map(({ doneByDay }) => doneByDay[day] ?? 0)) / owed,
	);
};

/** halfBy gives the first working day by which half of what was done is done; null when that is later than the curve tells, or nothing is. */
const halfBy = (delays: readonly Delay[]): number | null => {
	const done = sumOf(delays.map((delay) => delay.done));
	const day = curveOf(delays.map((delay) => ({ ...delay, owed: delay.done }))).findIndex(
		(share) => share >= 0.5,
	);
	return done === 0 || day < 0 ? null : day;
};

/** findingOf says in a sentence or two how bodies answer. */
export const findingOf = (bodies: readonly BodyFigures[]): readonly string[] => {
	const asked = sumOf(bodies.map((body) => body.asked));
	if (asked === 0) return [t.none];
	const answered = bodies.map((body) => body.answered);
	const days = halfBy(answered);
	return [
		days === null
			? t.findingNone(formats.count(asked))
			: t.finding(
					formats.count(asked),
					formats.count(sumOf(answered.map(({ done }) => done))),
					formats.count(days),
				),
		t.now(
			formats.count(sumOf(bodies.map(({ open }) => open))),
			formats.count(sumOf(bodies.map(({ overdue }) => overdue))),
		),
	];
};

const numberCell = (value: number) => ({ text: formats.count(value), sort: value });
const medianCell = ({ medianDays }: Delay) => ({
	text: medianDays === null ? t.not : formats.times(medianDays),
	sort: medianDays,
});
const inTimeCell = ({ inTime, done }: Delay) => ({
	text: done === 0 ? t.not : t.of(formats.count(inTime), formats.count(done)),
	sort: done === 0 ? null : inTime / done,
});

/** answersTable is the figures of each body. */
export const answersTable = ({ bodies }: Pick<AnswerFigures, 'bodies'>): TableData => ({
	columns: [
		{ label: t.body, numeric: false },
		...[
			t.asked,
			t.medianAcknowledged,
			t.inTimeAcknowledged,
			t.medianAnswered,
			t.inTimeAnswered,
			t.open,
			t.overdue,
			t.passed,
			t.confirmed,
			t.reopened,
		].map((label) => ({ label, numeric: true })),
	],
	rows: bodies.map((one) => [
		{ text: bodyName(one.body), sort: bodyName(one.body) },
		numberCell(one.asked),
		medianCell(one.acknowledged),
		inTimeCell(one.acknowledged),
		medianCell(one.answered),
		inTimeCell(one.answered),
		numberCell(one.open),
		numberCell(one.overdue),
		numberCell(one.passed),
		numberCell(one.confirmed),
		numberCell(one.reopened),
	]),
});
