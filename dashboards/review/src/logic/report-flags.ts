import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { bodyName } from '@vigie/dashboard-ui/code-names';
import { flagTexts } from '@vigie/dashboard-ui/flag-texts';
import { announcementFlags, type Flag } from '@vigie/dashboard-ui/flags';
import { labelIn } from '@vigie/dashboard-ui/label';
import { weekOf, weekOfSlot } from '@vigie/schemas/calendar';
import type { Maintenance } from '@vigie/schemas/maintenance';
import type { ReportDetail } from '@vigie/schemas/reports/http';
import { levels } from '@vigie/schemas/taxonomy/lists/levels';
import { lifeTexts } from '../texts/life-texts.js';
import { reportTexts } from '../texts/report-texts.js';
import { reportName } from './report-name.js';

const t = inPageLanguage(flagTexts);
const levelName = labelIn(levels);

/** flagsOfReport lists, oldest first, what happened to the chart of a report: it began, its body says that it has mended it, it came back; and what was announced of its platform. */
export const flagsOfReport = (
	report: Pick<ReportDetail, 'platform' | 'step' | 'failureKind' | 'level' | 'since' | 'body' | 'life'>,
	announced: readonly Maintenance[],
): readonly Flag[] => {
	const name = reportName(report);
	const lived = report.life.flatMap(({ type, at, by }): Flag[] => {
		const week = weekOf(new Date(at));
		if (type === 'mended')
			return [{ kind: 'repair', week, text: t.repair(bodyName(by.body ?? report.body), name) }];
		return type === 'reopened' ? [{ kind: 'signal', week, text: `${lifeTexts.reopened}.` }] : [];
	});
	const began: Flag = {
		kind: 'signal',
		week: weekOfSlot(report.since),
		text: reportTexts.began(levelName(report.level), name),
	};
	return [
		began,
		...lived,
		...announcementFlags(announced.filter(({ platform }) => platform === report.platform)),
	].toSorted((a, b) => a.week.localeCompare(b.week));
};
