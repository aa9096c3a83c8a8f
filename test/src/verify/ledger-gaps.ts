import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';
import type { Position } from './positions.js';

/** LedgerRange is a range of offsets, both ends included, that the loader says it has done. */
export interface LedgerRange {
	readonly partition: number;
	readonly firstOffset: bigint;
	readonly lastOffset: bigint;
}

/** LedgerFault is what is wrong with the ledger of a partition, in words. */
export type LedgerFault = string;

/** readLedger answers: which ranges of a topic does the ledger hold, in order? From private.ledger. */
export const readLedger = async (client: ClickHouseClient, topic: string) =>
	createQuerier(client)({
		sql: `
			SELECT
				partition,
				toString(firstOffset) AS firstOffset,
				toString(lastOffset) AS lastOffset,
				rows,
				dead
			FROM private.ledger FINAL
			WHERE topic = {topic: String}
			ORDER BY private.ledger.partition, private.ledger.firstOffset, private.ledger.lastOffset`,
		params: z.object({ topic: z.string() }),
		row: z.object({
			partition: z.int(),
			firstOffset: z.string().transform(BigInt),
			lastOffset: z.string().transform(BigInt),
			rows: z.int(),
			dead: z.int(),
		}),
	})({ topic });

/**
 * ledgerFaults compares the ledger with the committed positions: between the first offset that is still in the log and the committed one,
 * no offset may be in no range, and each range must account for all of its offsets. Ranges overlap where a batch was done again.
 */
export const ledgerFaults = (
	ranges: Awaited<ReturnType<typeof readLedger>>,
	positions: readonly Position[],
): LedgerFault[] => {
	const faults: LedgerFault[] = [];
	for (const { partition, firstOffset, lastOffset, rows, dead } of ranges) {
		if (BigInt(rows + dead) !== lastOffset - firstOffset + 1n)
			faults.push(`partition ${partition}: ${firstOffset} to ${lastOffset} accounts for ${rows + dead} only`);
	}
	for (const { partition, low, committed } of positions) {
		let reached = low;
		for (const range of ranges.filter((one) => one.partition === partition)) {
			if (range.firstOffset > reached && reached < committed)
				faults.push(`partition ${partition}: ${reached} to ${range.firstOffset - 1n} is in no range`);
			if (range.lastOffset >= reached) reached = range.lastOffset + 1n;
		}
		if (reached < committed)
			faults.push(`partition ${partition}: ${reached} to ${committed - 1n} is in no range`);
	}
	return faults;
};
