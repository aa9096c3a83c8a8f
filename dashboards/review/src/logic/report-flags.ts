import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { bodyName } from '@vigie/dashboard-ui/code-names';
import { flagTexts } from '@vigie/dashboard-ui/flag-texts';
import { announcementFlags, type Flag } from '@vigie/dashboard-ui/flags';
import { labelIn } from '@vigie/dashboard-ui/label';
import { addWeeks, releaseInstant, weekOf, weekOfSlot } from '@vigie/schemas/calendar';
import type { Maintenance } from '@vigie/schemas/maintenance';
import type { LifeEntry, ReportDetail } from '@vigie/schemas/reports/http';
import { levels } from '@vigie/schemas/taxonomy/lists/levels';
import { lifeTexts } from '../texts/life-texts.js';
import { reportTexts } from '../texts/report-texts.js';
import { reportName } from './report-name.js';

const t = inPageLanguage(flagTexts);
const levelName = labelIn(levels);

/**
 * weekOfReturn gives the week in which a failure came back. What is judged by the week is known once its release is out, in the week after: a verdict
 * always, a signal when it was last observed at the very instant of a release.
 */
const weekOfReturn = (life: readonly LifeEntry[], { version, at, because }: LifeEntry): string => {
	const judged = weekOf(new Date(at));
	if (because === 'verdict') return addWeeks(judged, -1);
	const signal = life.findLast((entry) => entry.type === 'signal_attached' && entry.version < version);
	if (signal?.asOf === undefined) return judged;
	const observed = weekOfSlot(signal.asOf);
	const closed = addWeeks(observed, -1);
	return Date.parse(signal.asOf) === releaseInstant(closed).getTime() ? closed : observed;
};

/** flagsOfReport lists, oldest first, what happened to the chart of a report: it began, its body says that it has mended it, it came back; and what was announced of its platform. */
export const flagsOfReport = (
	report: Pick<ReportDetail, 'platform' | 'step' | 'failureKind' | 'level' | 'since' | 'body' | 'life'>,
	announced: readonly Maintenance[],
): readonly Flag[] => {
	const name = reportName(report);
	const lived = report.life.flatMap((entry): Flag[] => {
		const { type, at, by } = entry;
		if (type === 'mended') {
			const text = t.repair(bodyName(by.body ?? report.body), name);
			return [{ kind: 'repair', week: weekOf(new Date(at)), text }];
		}
		if (type !== 'reopened') return [];
		return [{ kind: 'signal', week: weekOfReturn(report.life, entry), text: `${lifeTexts.reopened}.` }];
	});
	const opening = report.life.find(({ type }) => type === 'opened');
	const began: Flag = {
		kind: 'signal',
		week: weekOfSlot(report.since),
		text: reportTexts.began(levelName(opening?.level ?? report.level), name),
	};
	return [
		began,
		...lived,
		...announcementFlags(announced.filter(({ platform }) => platform === report.platform)),
	].toSorted((a, b) => a.week.localeCompare(b.week));
};
