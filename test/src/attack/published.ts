import type { ClickHouseClient } from '@clickhouse/client';
import { createClickHouse, createQuerier } from '@vigie/kit/clickhouse';
import { clickhouseShape, keysShape, parseConfig } from '@vigie/kit/config';
import { enginePassword } from '@vigie/kit/engine-password';
import { openKeys } from '@vigie/kit/keys';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { readFacts } from '@vigie/publisher/release/read-facts';
import { publishedNodes } from '@vigie/publisher/vocabulary/cube';
import { weeksOfPeriod } from '@vigie/schemas/calendar';
import { Manifest } from '@vigie/schemas/http';
import { levelOfPeriod, profileOfLattice } from '@vigie/schemas/lattice';
import { z } from 'zod';
import { type Scored, scoredOf } from './releases.js';

/** Published is what a deployment has published of a period, with the truth behind it. */
export interface Published {
	readonly releases: readonly Scored[];
	/** The gate that made all of them. */
	readonly disclosure: Disclosure;
}

const Row = z.object({ release: z.string(), hash: z.string(), lattice: z.string(), mechanism: z.string() });

const readOne = async (
	client: ClickHouseClient,
	disclosure: Disclosure,
	{ release, hash, lattice }: z.infer<typeof Row>,
): Promise<Scored> => {
	const level = levelOfPeriod(release);
	if (level === null) throw new RangeError(`${release} is no release`);
	const nodes = publishedNodes(profileOfLattice(lattice), level);
	const scored = scoredOf(release, level, nodes, await readFacts(client, release, nodes), disclosure);
	if (scored.hash !== hash)
		throw new Error(`${release} is not what its frozen facts give: npm run release -- --rebuild ${release}`);
	return scored;
};

/**
 * readPublished reads the releases whose weeks are all in a period, and the frozen facts that they were made of: what is attacked is, to the
 * byte, what was published. Errors: RangeError when nothing is, or when it was made in several ways.
 */
export const readPublished = async (
	client: ClickHouseClient,
	cellKey: Buffer,
	period: string,
): Promise<Published> => {
	const all = await createQuerier(client)({
		sql: 'SELECT release, hash, lattice, mechanism FROM published.manifest FINAL ORDER BY start, release',
		params: z.object({}),
		row: Row,
	})({});
	const weeks = new Set(weeksOfPeriod(period));
	const rows = all.filter(({ release }) => weeksOfPeriod(release).every((week) => weeks.has(week)));
	const [first] = rows;
	if (!first) throw new RangeError(`nothing of ${period} is published`);
	if (rows.some(({ mechanism, lattice }) => mechanism !== first.mechanism || lattice !== first.lattice))
		throw new RangeError(`the releases of ${period} were made in several ways: attack a shorter period`);
	const disclosure = createDisclosure(Manifest.shape.mechanism.parse(JSON.parse(first.mechanism)), cellKey);
	const releases: Scored[] = [];
	for (const row of rows) releases.push(await readOne(client, disclosure, row));
	// Weeks first, then what they add up to: the order in which they are made.
	const rank = { week: 0, month: 1, quarter: 2 } as const;
	return { releases: releases.toSorted((one, other) => rank[one.level] - rank[other.level]), disclosure };
};

const Config = z.object({ ...clickhouseShape('publisher'), ...keysShape });

/** readDeployment reads what the deployment that an environment names has published, as its publisher may. */
export const readDeployment = async (env: NodeJS.ProcessEnv, period: string): Promise<Published> => {
	const config = parseConfig(Config, env);
	const keys = openKeys(config.VIGIE_KEYS, () => {
		throw new Error('an attack makes no key');
	});
	const cellKey = await keys.read('cell');
	if (cellKey === null)
		throw new Error('the cell key is missing: VIGIE_KEYS is not the folder of that deployment');
	const client = createClickHouse({ ...config, CLICKHOUSE_PASSWORD: await enginePassword(config) }, 'attack');
	try {
		return await readPublished(client, cellKey, period);
	} finally {
		await client.close();
	}
};
