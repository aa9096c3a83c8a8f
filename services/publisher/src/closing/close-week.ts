import { isLastWeekOf, monthOfWeek, quarterOfWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import type { Level } from '@vigie/schemas/lattice';
import { findManifest } from '../release/manifest.js';
import { type Published, publishRelease } from '../release/publish.js';
import { closedAmong } from './closed-weeks.js';
import { copyWithoutTokens, forgetQuarter, forgetWeek, isCopied } from './forget.js';
import { type Closing, freezeWeek } from './freeze-week.js';
import { sumPeriod } from './sum-period.js';
import { together } from './together.js';

/** Closed tells what closing a week did: the releases it made or found. */
export interface Closed {
	readonly outcome: 'released';
	readonly week: string;
	readonly releases: readonly Published[];
}

const isComplete = async ({ client }: Closing, period: string): Promise<boolean> => {
	const weeks = weeksOfPeriod(period);
	return (await closedAmong(client, weeks)).size === weeks.length;
};

/** A period with a week missing (the world began in the middle of it) is never published: it would not compare with the others. */
const closePeriod = async (
	closing: Closing,
	period: string,
	level: Exclude<Level, 'week'>,
): Promise<Published[]> => {
	if (!(await isComplete(closing, period))) return [];
	const [existing, facts] = await together([
		findManifest(closing.client, period),
		sumPeriod(closing, period, level),
	]);
	return [await publishRelease(closing, period, level, facts, existing)];
};

/**
 * closeWeek closes a week whose events are all loaded: freezes its facts, publishes it, with the month and the quarter that it
 * completes, then forgets who sent what. Every step can be done again; a released week is never computed again.
 */
export const closeWeek = async (closing: Closing, week: string): Promise<Closed> => {
	const [month, quarter] = [monthOfWeek(week), quarterOfWeek(week)];
	// At once, for most of each waits on one of the engine's threads; a release that exists is never made again.
	const [existing, facts] = await together([
		findManifest(closing.client, week),
		freezeWeek(closing, week),
		copyWithoutTokens(closing.client, week, closing.eventsAtOnce),
	]);
	const closePeriods = async (): Promise<Published[]> => [
		...(isLastWeekOf(week, month) ? await closePeriod(closing, month, 'month') : []),
		...(isLastWeekOf(week, quarter) ? await closePeriod(closing, quarter, 'quarter') : []),
	];
	const [weekly, periods, copied] = await together([
		publishRelease(closing, week, 'week', facts, existing),
		closePeriods(),
		isCopied(closing.client, week, closing.eventsAtOnce),
	]);
	const releases = [weekly, ...periods];
	// The week last: its key is how the next tick knows that something was left to do.
	if (isLastWeekOf(week, quarter)) await forgetQuarter(closing.client, closing.keys, quarter);
	await forgetWeek(closing.client, closing.keys, week, copied);
	return { outcome: 'released', week, releases };
};
