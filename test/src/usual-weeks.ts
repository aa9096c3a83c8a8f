import type { ClickHouseClient } from '@clickhouse/client';
import { addWeeks, weekBounds, weekNumber } from '@vigie/schemas/calendar';

const HOUR_S = 3_600;
const QUARTER_S = 900;
const QUARTERS = 36;
const DAY_S = 24 * HOUR_S;
const regions = ['11', '53', '84'];

const isUnique = <T>(value: T, index: number, all: readonly T[]): boolean => all.indexOf(value) === index;

/** closeUsualWeeks writes 26 closed weeks before one: of each platform, one event each working day in each of three régions, at some office hour. */
export const closeUsualWeeks = async (
	hand: ClickHouseClient,
	week: string,
	platforms: readonly string[],
): Promise<void> => {
	const weeks = Array.from({ length: 26 }, (_, index) => addWeeks(week, index - 26));
	const slotsIn = (shift: number): number[] =>
		weeks.flatMap((past, index) => {
			const monday = Math.floor(weekBounds(past).start.getTime() / 1_000);
			return [0, 1, 2, 3, 4].map((day) => {
				const quarter = (7 * index + 11 * day + 13 * shift) % QUARTERS;
				return monday + day * DAY_S + 9 * HOUR_S + quarter * QUARTER_S;
			});
		});
	const rows = platforms.flatMap((platform, at) =>
		regions.flatMap((code, region) =>
			slotsIn(at + 5 * region)
				.filter(isUnique)
				.map((slot) => ({ slot, node: 'region-platform', platform, code, n: 1, world: 'demo' })),
		),
	);
	await hand.insert({ table: 'private.series_slot', values: rows, format: 'JSONEachRow' });
	await hand.insert({
		table: 'private.series_week',
		values: weeks.map((past) => ({
			week: weekNumber(past),
			node: 'total',
			coordinates: [],
			n: 45,
			reporters: 40,
			structures: 20,
			organisations: 10,
			world: 'demo',
		})),
		format: 'JSONEachRow',
	});
	await hand.insert({
		table: 'state.closings',
		values: weeks.map((past) => ({ week: past, closedAt: weekBounds(past).end.toISOString() })),
		format: 'JSONEachRow',
	});
};

/**
 * keepBusy writes for the 26 weeks before one what is usual of a busy platform: two events in each of three régions in each quarter of an
 * hour of each working day, of which one a day tells of a kind of failure.
 */
export const keepBusy = async (
	hand: ClickHouseClient,
	week: string,
	platform: string,
	kind: string,
): Promise<void> => {
	const days = Array.from({ length: 26 }, (_, index) => addWeeks(week, index - 26)).flatMap((past) => {
		const monday = Math.floor(weekBounds(past).start.getTime() / 1_000);
		return [0, 1, 2, 3, 4].map((day) => monday + day * DAY_S + 9 * HOUR_S);
	});
	const all = days.flatMap((opening) =>
		Array.from({ length: QUARTERS }, (_, quarter) =>
			regions.map((code) => ({
				slot: opening + quarter * QUARTER_S,
				node: 'region-platform',
				code,
				n: 2,
			})),
		).flat(),
	);
	const ofKind = days.map((opening, day) => ({
		slot: opening + ((7 * day) % QUARTERS) * QUARTER_S,
		node: 'platform-kind',
		code: kind,
		n: 1,
	}));
	await hand.insert({
		table: 'private.series_slot',
		values: [...all, ...ofKind].map((row) => ({ ...row, platform, world: 'demo' })),
		format: 'JSONEachRow',
	});
};
