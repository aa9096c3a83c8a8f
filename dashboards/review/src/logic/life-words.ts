import { bodyShort } from '@vigie/dashboard-ui/body-name';
import { formats } from '@vigie/dashboard-ui/format';
import { labelIn } from '@vigie/dashboard-ui/label';
import type { LifeEntry, ReportDetail } from '@vigie/schemas/reports/http';
import { answerReasons } from '@vigie/schemas/taxonomy/lists/answer-reasons';
import { levels } from '@vigie/schemas/taxonomy/lists/levels';
import { lifeTexts as t } from '../texts/life-texts.js';
import { dayOf, dayWord } from './due-words.js';

/** LifeLine is one line of the timeline: done, or still awaited. */
export interface LifeLine {
	readonly key: string;
	readonly text: string;
	readonly note: string | null;
	readonly quote: string | null;
	readonly awaited: boolean;
}

const levelName = labelIn(levels);
const reasonName = labelIn(answerReasons);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const textOf = (entry: LifeEntry, addressee: string): string => {
	const level = capital(levelName(entry.level ?? 'signal'));
	const body = bodyShort(entry.by.body ?? addressee);
	switch (entry.type) {
		case 'opened':
		case 'level_changed':
			return t[entry.type](level);
		case 'sent':
			return t.sent(bodyShort(addressee));
		case 'reassigned':
			return t.reassigned(bodyShort(entry.target ?? addressee));
		case 'seen':
		case 'acknowledged':
		case 'not_reproduced':
		case 'contested':
			return t[entry.type](body);
		case 'committed':
			return t.committed(formats.day(dayOf(entry.date ?? entry.at.slice(0, 10)), true));
		case 'mended':
			return t.mended(formats.day(new Date(entry.date ?? entry.at), true));
		case 'signal_attached':
		case 'delivery_recorded':
		case 'workaround_published':
		case 'in_observation':
		case 'confirmed':
		case 'reopened':
		case 'lapsed':
		case 'right_of_reply':
			return t[entry.type];
		default:
			return t.other(entry.type);
	}
};

/** awaitedOf says what is still to come in a report's life. */
const awaitedOf = ({
	due,
	state,
	open,
	now,
}: ReportDetail): readonly Omit<LifeLine, 'awaited' | 'quote'>[] => {
	if (!open) return [];
	const verdict = { key: 'verdict', text: t.awaitsVerdict, note: null };
	if (state === 'mended' || state === 'in_observation') return [verdict];
	const after = { key: 'repair', text: t.awaitsRepair, note: null };
	if (due === null) return [after];
	const text = due.owes === 'acknowledge' ? t.awaitsAcknowledge : t.awaitsAnswer;
	return [{ key: 'due', text, note: t.by(dayWord(due.by, new Date(now))) }, after];
};

/**
 * lifeLines tells a report's life from its beginning, then what is awaited. Sendings are told apart, by the settings; what the field makes of a
 * repair, by the strip above and by the states that it leads to.
 */
export const lifeLines = (report: ReportDetail): readonly LifeLine[] => {
	let addressee = report.firstBody;
	const done = report.life
		.filter(({ type }) => type !== 'delivery_recorded' && type !== 'repair_judged')
		.map((entry): LifeLine => {
			addressee = entry.target ?? addressee;
			const reason = entry.reason === undefined ? '' : `, ${reasonName(entry.reason).toLowerCase()}`;
			return {
				key: String(entry.version),
				text: textOf(entry, addressee),
				note: `${formats.weekday(new Date(entry.at))}${reason}`,
				quote: entry.text ?? null,
				awaited: false,
			};
		});
	return [...done, ...awaitedOf(report).map((line) => ({ ...line, quote: null, awaited: true }))];
};
