import type { ClickHouseClient } from '@clickhouse/client';
import type { KeyDirectory } from '@vigie/kit/keys';
import { weekNumber } from '@vigie/schemas/calendar';

/** weekKeyName and quarterKeyName name the keys of a week and of a quarter in the key directory. */
export const weekKeyName = (week: string): string => `weeks/${week}`;
export const quarterKeyName = (quarter: string): string => `quarters/${quarter}`;

const CLEAR = `
ALTER TABLE private.events
	CLEAR COLUMN reporterToken IN PARTITION {week: UInt32},
	CLEAR COLUMN structureToken IN PARTITION {week: UInt32},
	CLEAR COLUMN organisationToken IN PARTITION {week: UInt32}`;

/** forgetWeek clears the tokens of a closed week's events, then destroys the key they were made with. Again does no harm. */
export const forgetWeek = async (
	client: ClickHouseClient,
	keys: KeyDirectory,
	week: string,
): Promise<void> => {
	await client.command({ query: CLEAR, query_params: { week: weekNumber(week) } });
	await keys.destroy(weekKeyName(week));
};

/** forgetQuarter destroys the quarter's key, then drops what structures did in it. Again does no harm. */
export const forgetQuarter = async (
	client: ClickHouseClient,
	keys: KeyDirectory,
	quarter: string,
): Promise<void> => {
	await keys.destroy(quarterKeyName(quarter));
	await client.command({
		query: 'ALTER TABLE private.cell_structures DROP PARTITION {quarter: String}',
		query_params: { quarter },
	});
};
