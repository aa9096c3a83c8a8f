import type { PublicReport } from '@vigie/schemas/reports/http';
import { answerReasons } from '@vigie/schemas/taxonomy/lists/answer-reasons';
import { bodyShort } from './body-name.js';
import { fieldTexts as t } from './field-texts.js';
import { formats } from './format.js';
import { labelIn } from './label.js';
import { repairSentences } from './repair-words.js';

/** FieldReport is what the words are made from: a part of what everyone may read of a report. */
export type FieldReport = Pick<
	PublicReport,
	| 'state'
	| 'body'
	| 'answer'
	| 'commitment'
	| 'workaround'
	| 'effectiveFrom'
	| 'repair'
	| 'overdue'
	| 'rightOfReply'
>;

const reasonName = labelIn(answerReasons);
const dayText = (day: string): string => formats.day(new Date(`${day}T11:00:00Z`), true);

const stateSentence = ({ state, body, commitment, effectiveFrom }: FieldReport): string => {
	const name = bodyShort(body);
	if (state === 'committed' && commitment) return t.committedBy(name, dayText(commitment.date));
	if (state === 'mended' && effectiveFrom) {
		const at = new Date(effectiveFrom);
		return t.mendedSince(name, formats.day(at, true), formats.time(at));
	}
	return t[state](name);
};

/** Until a verdict falls, and where it says who answered. */
const isWatched: readonly FieldReport['state'][] = ['mended', 'in_observation', 'confirmed'];

/**
 * fieldSentences say what became of a report, as professionals read it beside their own declarations; the preview of an answer is made of
 * the same ones.
 */
export const fieldSentences = (report: FieldReport): readonly string[] => {
	const { state, answer, commitment, workaround, repair, overdue, rightOfReply, body } = report;
	const isCurrent = answer !== null && answer.state === state;
	return [
		stateSentence(report),
		...(isCurrent ? [t.reason(reasonName(answer.reason))] : []),
		...(isCurrent && answer.text !== null ? [t.quote(answer.text)] : []),
		...(repair !== null && isWatched.includes(state) ? repairSentences(repair) : []),
		...(state === 'committed' && commitment?.passed ? [t.passed(dayText(commitment.date))] : []),
		...(overdue ? [t.overdue] : []),
		...(workaround && !workaround.expired
			? [t.workaround(workaround.text, dayText(workaround.validUntil))]
			: []),
		...(rightOfReply === null ? [] : [t.reply(bodyShort(body), rightOfReply)]),
	];
};
