import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import { bodyName } from '@vigie/dashboard-ui/code-names';
import { flagTexts } from '@vigie/dashboard-ui/flag-texts';
import { announcementFlags, type Flag } from '@vigie/dashboard-ui/flags';
import { isStanding } from '@vigie/dashboard-ui/incidents';
import { labelIn } from '@vigie/dashboard-ui/label';
import { seriesName, signalSentence, signalShape } from '@vigie/dashboard-ui/signal-words';
import { weekOf, weekOfSlot } from '@vigie/schemas/calendar';
import type { Maintenance } from '@vigie/schemas/maintenance';
import type { PublicReport } from '@vigie/schemas/reports/http';
import { FRANCE } from '@vigie/schemas/signal';
import { levels } from '@vigie/schemas/taxonomy/lists/levels';
import type { WeeklySignal } from '@vigie/schemas/weekly-signals';
import { changesOf } from './changes.js';
import { kindsOf, platformsOf } from './families.js';
import type { Filters } from './filters.js';

interface About {
	readonly platform: string;
	readonly failureKind: string | null;
	readonly territories: readonly string[];
}

const HALF_A_DAY_MS = 12 * 3_600_000;
const t = inPageLanguage(flagTexts);

const territoryOf = ({ territory }: Filters): string => {
	switch (territory.kind) {
		case 'france':
			return FRANCE;
		case 'region':
			return `R${territory.code}`;
		case 'departement':
			return territory.code;
	}
};

/** isOf tells whether something is seen in the series that the filters choose. */
const isOf = (filters: Filters, { platform, failureKind, territories }: About): boolean => {
	if (filters.platform !== null && filters.platform !== platform) return false;
	if (filters.body !== null && !platformsOf(filters.body).includes(platform)) return false;
	if (filters.group !== null && failureKind !== null && !kindsOf(filters.group).includes(failureKind))
		return false;
	return territories.includes(territoryOf(filters));
};

const levelName = labelIn(levels);
const isOnePlatform = ({ platform, body }: Filters): boolean => platform !== null || body !== null;

const signalText = (signal: WeeklySignal): string =>
	isStanding(signal)
		? t.signal(signalShape(signal), levelName(signal.level), signalSentence(signal))
		: t.over(signalShape(signal), signalSentence(signal));

const signalFlags = (filters: Filters, signals: readonly WeeklySignal[], week: string): readonly Flag[] =>
	changesOf(
		signals.filter(
			({ family, coordinates: { platform, kind, territory } }) =>
				family !== 'verdict' && isOf(filters, { platform, failureKind: kind, territories: [territory] }),
		),
		week,
	)
		// On many platforms together, what is over is too little to be seen.
		.filter(({ main }) => isOnePlatform(filters) || isStanding(main))
		.map(({ main }) => ({ kind: 'signal', week: weekOfSlot(main.onset), text: signalText(main) }));

const repairFlags = (filters: Filters, reports: readonly PublicReport[]): readonly Flag[] =>
	reports
		.filter((report) => isOf(filters, report))
		.flatMap(({ platform, step, failureKind, territories, life }) =>
			life
				.filter(({ type }) => type === 'mended')
				.map(({ on, body }) => ({
					kind: 'repair' as const,
					week: weekOf(new Date(Date.parse(on) + HALF_A_DAY_MS)),
					text: t.repair(
						body === null ? null : bodyName(body),
						seriesName({ platform, step, kind: failureKind, territory: territories[0] ?? FRANCE }),
					),
				})),
		);

/**
 * flagsOf lists, oldest first, what happened to the series that the filters choose: the signals that the page tells, repairs of the
 * chosen platform or body, and what bodies `announced`.
 */
export const flagsOf = (
	filters: Filters,
	signals: readonly WeeklySignal[],
	reports: readonly PublicReport[],
	announced: readonly Maintenance[],
	week: string,
): readonly Flag[] =>
	[
		...signalFlags(filters, signals, week),
		...(isOnePlatform(filters) ? repairFlags(filters, reports) : []),
		...announcementFlags(announced),
	].toSorted((a, b) => a.week.localeCompare(b.week));
