import type { Maintenance } from '@vigie/schemas/maintenance';
import type { BeforeAfter, Incomparable } from './before-after.js';
import { platformShort } from './code-names.js';
import { formats } from './format.js';
import { maintenanceTexts as t } from './maintenance-texts.js';

const instantOf = (at: string): string =>
	t.instant(formats.day(new Date(at), true), formats.time(new Date(at)));

/** maintenanceSentence says what a body announced, and when. */
export const maintenanceSentence = ({ platform, what, from, until }: Maintenance): string =>
	what === 'maintenance'
		? t.maintenance(platformShort(platform), instantOf(from), instantOf(until))
		: t.deployment(platformShort(platform), instantOf(from));

/** beforeAfterSentence says what was reported after it, compared with before; or why nothing can be said. */
export const beforeAfterSentence = (found: BeforeAfter | Incomparable): string => {
	if (typeof found === 'string') return t[found];
	const { after, ratio, low, high } = found;
	const weeks = after === 1 ? t.oneWeek : t.weeks(formats.count(after));
	if (high === Infinity) return t.unbounded(weeks, formats.percent(low));
	return low > 1 || high < 1
		? t.changed(weeks, formats.percent(ratio), formats.percent(low), formats.percent(high))
		: t.unchanged(weeks, formats.percent(low), formats.percent(high));
};
