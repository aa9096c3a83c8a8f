import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { startFront } from '@vigie/local/clickhouse-front/start-front';

const REPEATS = 5;

const TABLE = `
CREATE TABLE private.bench_series (series UInt32, week UInt32, n UInt32)
ENGINE = MergeTree
ORDER BY (series, week)`;

const ROWS = `
INSERT INTO private.bench_series
SELECT
	intDiv(number, {weeks: UInt32}) AS series,
	number % {weeks: UInt32} AS week,
	rand() % 20 AS n
FROM numbers({rows: UInt64})`;

const GROUP_BY = `
SELECT
	series,
	groupArray(n) AS counts
FROM
(
	SELECT series, week, n
	FROM private.bench_series
	ORDER BY series, week
)
GROUP BY series`;

/** groupByMs times reading that many weeks of that many series by one GROUP BY on a ClickHouse engine of its own (best of five, rows read by the caller). */
export const groupByMs = async (series: number, weeks: number): Promise<number> => {
	const dataDir = await mkdtemp(join(tmpdir(), 'vigie-bench-'));
	const password = randomBytes(12).toString('hex');
	const front = await startFront({ dataDir, credentials: { migrator: password } });
	const client = createClickHouse(
		{ CLICKHOUSE_URL: front.url, CLICKHOUSE_USER: 'migrator', CLICKHOUSE_PASSWORD: password },
		'bench',
	);
	try {
		await client.command({ query: 'CREATE DATABASE private' });
		await client.command({ query: TABLE });
		await client.command({ query: ROWS, query_params: { weeks, rows: series * weeks } });
		let best = Infinity;
		for (let repeat = 0; repeat < REPEATS; repeat += 1) {
			const start = performance.now();
			const answer = await client.query({ query: GROUP_BY, format: 'JSONEachRow' });
			await answer.json();
			best = Math.min(best, performance.now() - start);
		}
		return Math.round(best);
	} finally {
		await client.close();
		await front.stop();
		await rm(dataDir, { recursive: true, force: true });
	}
};
