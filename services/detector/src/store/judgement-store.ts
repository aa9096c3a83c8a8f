import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { weekNumber } from '@vigie/schemas/calendar';
import { z } from 'zod';
import type { JudgedWeek } from '../weekly/judge-week.js';
import { SeriesState } from '../weekly/series-state.js';
import { WEEKLY_MODEL } from '../weekly/weekly-signal.js';

/** JudgementStore is `private.weekly_judgements`. */
export interface JudgementStore {
	save(judged: JudgedWeek): Promise<void>;
	/** before gives, by series, what the last run before a week left. */
	before(week: string): Promise<ReadonlyMap<string, SeriesState>>;
}

const rowsOf = ({ week, series }: JudgedWeek) =>
	series.map(({ look, q, qFour, reference, state }) => ({
		week: weekNumber(week),
		series: look.followed.id,
		y: look.week.y,
		mu: look.week.mu,
		phi: look.week.phi,
		spread: look.week.spread,
		lo: look.week.low,
		hi: look.week.high,
		bound: look.week.bound,
		p: look.week.p,
		midp: look.week.midp,
		q,
		q4: qFour,
		esr: look.esr,
		busy: look.busy,
		model: look.references.burst.model,
		version: WEEKLY_MODEL.version,
		reference,
		left: JSON.stringify(state),
	}));

/** openJudgementStore opens the memory of weeks. */
export const openJudgementStore = (client: ClickHouseClient): JudgementStore => {
	const readBefore = createQuerier(client)({
		sql: `
			SELECT series, argMax(left, week) AS left
			FROM private.weekly_judgements FINAL
			WHERE week < {week: UInt32}
			GROUP BY series`,
		params: z.object({ week: z.int() }),
		row: z.object({ series: z.string(), left: z.string() }),
	});
	return {
		save: async (judged) => {
			const values = rowsOf(judged);
			if (values.length === 0) return;
			await client.insert({ table: 'private.weekly_judgements', values, format: 'JSONEachRow' });
		},
		before: async (week) => {
			const rows = await readBefore({ week: weekNumber(week) });
			return new Map(
				rows.map(({ series, left }) => [series, SeriesState.parse(JSON.parse(left) as unknown)]),
			);
		},
	};
};
