import { randomBytes } from 'node:crypto';
import type { ClickHouseClient } from '@clickhouse/client';
import type { KeyDirectory } from '@vigie/kit/keys';
import { quarterOfWeek } from '@vigie/schemas/calendar';
import type { Profile } from '@vigie/schemas/lattice';
import type { Disclosure } from '../release/disclose.js';
import type { FrozenFacts } from '../release/withheld.js';
import { publishedNodes } from '../vocabulary/cube.js';
import { saveCellFacts } from './cell-facts.js';
import { saveCellStructures } from './cell-structures.js';
import { hasEvents, markClosed, weekState } from './closed-weeks.js';
import { readCells } from './count-cells.js';
import { clearScratch, countWeek, readCounted } from './count-week.js';
import { quarterKeyName, weekKeyName } from './forget.js';
import { saveRepairVotes } from './repair-votes.js';
import { saveSeriesSlot } from './series-slot.js';
import { saveSeriesWeek } from './series-week.js';
import { stageTokens, unknownToken } from './stage-tokens.js';
import { together } from './together.js';

/** LostWeekKey: without it nobody can tell the week's structures, and a month that missed them would show too much or too little. */
export class LostWeekKey extends Error {
	override name = 'LostWeekKey';
}

/** WeekOutOfOrder: an earlier week of the quarter has events and is not closed; the quarter would go without it. */
export class WeekOutOfOrder extends Error {
	override name = 'WeekOutOfOrder';
}

/** StageTouched: two closings at once (a lapsed lock, two publishers) would freeze each other's events for good. */
export class StageTouched extends Error {
	override name = 'StageTouched';
}

/** Closing is what closing a week needs. */
export interface Closing {
	readonly client: ClickHouseClient;
	readonly keys: KeyDirectory;
	readonly world: 'demo' | 'real';
	/** Which part of the lattice is published. */
	readonly profile: Profile;
	readonly now: Date;
	readonly disclosure: Disclosure;
	/** How many of a week's events are laid aside at a time. */
	readonly eventsAtOnce: number;
}

const weekKeyOf = async (client: ClickHouseClient, keys: KeyDirectory, week: string): Promise<Buffer> => {
	const key = await keys.read(weekKeyName(week));
	if (key) return key;
	if (await hasEvents(client, week))
		throw new LostWeekKey(
			`the key ${weekKeyName(week)} is not in the key directory: ${week} cannot be closed`,
		);
	// A week during which nothing ran: no event bears a token, so that any key will do.
	return randomBytes(32);
};

const saveCells = async (
	{ client, world, profile, disclosure }: Closing,
	week: string,
): Promise<ReadonlyMap<number, FrozenFacts>> => {
	const cells = await readCells(client);
	const [facts] = await together([
		saveCellFacts(client, week, world, publishedNodes(profile, 'week'), disclosure, cells),
		saveSeriesWeek(client, week, world, cells),
	]);
	return facts;
};

/**
 * freezeWeek writes the week's facts, series and structures, then marks it closed, and gives the facts of the weekly nodes; null when the
 * week was closed already, for it is left as it is: its tokens may be gone.
 * After a crash it starts again and writes the same rows. Errors: WeekOutOfOrder; LostWeekKey; LostTokens; StageTouched; the engine's 395 for a code unknown here.
 */
export const freezeWeek = async (
	closing: Closing,
	week: string,
): Promise<ReadonlyMap<number, FrozenFacts> | null> => {
	const { client, keys, world, now, eventsAtOnce } = closing;
	const { closed, openBefore } = await weekState(client, week);
	if (closed) return null;
	const [open] = openBefore;
	if (open !== undefined) throw new WeekOutOfOrder(`${open} has events and must be closed before ${week}`);
	const weekKey = await weekKeyOf(client, keys, week);
	const quarterKey = await keys.ensure(quarterKeyName(quarterOfWeek(week)));
	// What a failed closing left must not be counted with this one.
	await clearScratch(client);
	try {
		const [counted] = await together([
			countWeek(client, week, eventsAtOnce),
			stageTokens(client, weekKey, quarterKey),
		]);
		const [facts] = await together([
			saveCells(closing, week),
			saveCellStructures(client, week, unknownToken(quarterKey)),
			saveSeriesSlot(client, world),
			saveRepairVotes(client, week, world),
		]);
		if ((await readCounted(client)) !== counted)
			throw new StageTouched(`another closing touched the scratch while ${week} was counted`);
		await Promise.all([markClosed(client, week, now), clearScratch(client)]);
		return facts;
	} catch (err) {
		await clearScratch(client);
		throw err;
	}
};
