import type { ClickHouseClient } from '@clickhouse/client';
import { monthOfWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import { isPublished, type Level, type Profile } from '@vigie/schemas/lattice';
import { readFactsOf } from '../release/read-facts.js';
import type { FrozenFacts } from '../release/withheld.js';
import { type CubeNode, publishedNodes } from '../vocabulary/cube.js';
import type { Part } from './candidate.js';

type Facts = ReadonlyMap<string, ReadonlyMap<number, FrozenFacts>>;

const sharedNodes = (profile: Profile, part: Level, whole: Level): readonly CubeNode[] =>
	publishedNodes(profile, part).filter(({ id }) => isPublished(profile, whole, id));

const partOf = (facts: Facts, release: string, parts: readonly Part[] = []): Part => ({
	facts: facts.get(release) ?? new Map(),
	parts,
});

/** readParts reads the frozen facts of the releases that add up to one over time: a month's weeks; a quarter's months, each with its weeks. */
export const readParts = async (
	client: ClickHouseClient,
	profile: Profile,
	release: string,
	level: Level,
): Promise<readonly Part[]> => {
	if (level === 'week') return [];
	const weeks = weeksOfPeriod(release);
	const weekly = await readFactsOf(client, weeks, sharedNodes(profile, 'week', level));
	if (level === 'month') return weeks.map((week) => partOf(weekly, week));
	const months = [...new Set(weeks.map(monthOfWeek))];
	const monthly = await readFactsOf(client, months, sharedNodes(profile, 'month', level));
	return months.map((month) =>
		partOf(
			monthly,
			month,
			weeksOfPeriod(month).map((week) => partOf(weekly, week)),
		),
	);
};
