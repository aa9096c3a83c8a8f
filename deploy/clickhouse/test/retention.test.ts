import { retention } from '@vigie/schemas/retention';
import { useClickHouse } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { z } from 'zod';

const engine = await useClickHouse();
const hand = engine.clientOf('migrator');

const rowsOf = async <Row extends z.ZodType>(
	query: string,
	query_params: Record<string, unknown>,
	row: Row,
): Promise<z.infer<Row>[]> => {
	const result = await hand.query({ query, query_params, format: 'JSONEachRow' });
	return z.array(row).parse(await result.json());
};

interface Length {
	readonly months?: number;
	readonly days?: number;
}
interface Kept extends Length {
	/** The column that ages, and how it writes an instant. */
	readonly column: string;
	readonly write: (at: Date) => string | number;
	/** What else a row must say to be kept so long. */
	readonly values?: Readonly<Record<string, string | number>>;
}

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);
const precise = (at: Date): string => at.toISOString().slice(0, 23).replace('T', ' ');
const day = (at: Date): string => at.toISOString().slice(0, 10);
/** The fifth week of a year: rows go by whole years. */
const ofYear = (at: Date): number => at.getUTCFullYear() * 100 + 5;
const years = { months: 12 * retention.seriesWeekYears, column: 'week', write: ofYear } as const;

const kept: readonly (readonly [string, Kept])[] = [
	['private.events', { months: retention.eventMonths, column: 'receivedSlot', write: seconds }],
	['private.series_slot', { months: retention.seriesSlotMonths, column: 'slot', write: seconds }],
	['private.series_week', years],
	['private.weekly_judgements', years],
	['private.repair_votes', years],
	['private.ledger', { months: retention.ledgerMonths, column: 'hour', write: seconds }],
	['private.detected_signals', { months: retention.detectedSignalMonths, column: 'asOf', write: seconds }],
	[
		'state.detector_runs',
		{ months: retention.outageRunMonths, column: 'slot', write: seconds, values: { kind: 'outage' } },
	],
	[
		'state.detector_runs',
		{ months: years.months, column: 'slot', write: seconds, values: { kind: 'weekly' } },
	],
	['state.platform_proposals', { days: retention.proposalDays, column: 'week', write: day }],
	['state.audit', { days: retention.auditDays, column: 'at', write: precise }],
];

const before = ({ months = 0, days = 0 }: Length, extraDays: number): Date => {
	const at = new Date();
	at.setUTCMonth(at.getUTCMonth() - months);
	return new Date(at.getTime() - (days + extraDays) * 86_400_000);
};

test.each(kept)(
	'a row of %s goes once it is as old as the one list says, and not sooner',
	async (name, age) => {
		const [database = '', table = ''] = name.split('.');
		const insert = async (at: Date): Promise<void> => {
			await hand.insert({
				table: name,
				values: [{ ...age.values, [age.column]: age.write(at) }],
				format: 'JSONEachRow',
			});
		};
		const left = async () => {
			await hand.command({ query: `OPTIMIZE TABLE ${name} FINAL` });
			return rowsOf(
				'SELECT count() AS n FROM {database: Identifier}.{table: Identifier}',
				{ database, table },
				z.object({ n: z.coerce.number() }),
			);
		};
		// Where rows go by whole years, the year after is the first that stays.
		const isByYear = age.write === ofYear;
		await hand.command({ query: `TRUNCATE TABLE ${name}` });

		await insert(before(age, isByYear ? 366 : 3));
		expect(await left()).toEqual([{ n: 0 }]);
		await insert(before(age, isByYear ? -366 : -3));
		expect(await left()).toEqual([{ n: 1 }]);
	},
);

test('each table whose rows age is among them, and the engine is told of no other age', async () => {
	const tables = await rowsOf(
		"SELECT concat(database, '.', name) AS name FROM system.tables WHERE create_table_query LIKE '% TTL %' AND database IN ('private', 'published', 'state', 'vigie_meta') AND name != 'forgotten_events'",
		{},
		z.object({ name: z.string() }),
	);

	expect(tables.map(({ name }) => name).sort()).toEqual([...new Set(kept.map(([name]) => name))].sort());
});
