import type { Querier } from '@vigie/kit/clickhouse';
import { cellOfSeries } from '@vigie/schemas/published-cell';
import { type PrivateSignal, SeriesCoordinates } from '@vigie/schemas/signal';
import { z } from 'zod';
import type { IsDisplayed } from './judge.js';

/** ReadDisplayed says which series of a signal's ladder the release of its week shows to all; null when that week is not released. */
export type ReadDisplayed = (signal: PrivateSignal) => Promise<IsDisplayed | null>;

const keyOf = (node: string, coordinates: readonly string[]): string => [node, ...coordinates].join('/');

const seriesKey = ({ platform, step, kind, territory }: SeriesCoordinates): string =>
	JSON.stringify([platform, step, kind, territory]);

/** displayedReader reads the published cells: nothing else tells what may be shown of a closed week. */
export const displayedReader = (query: Querier): ReadDisplayed => {
	const isReleased = query({
		sql: 'SELECT release FROM published.manifest FINAL WHERE release = {release: String}',
		params: z.object({ release: z.string() }),
		row: z.object({ release: z.string() }),
	});
	const shownCells = query({
		sql: `
			SELECT node, coordinates
			FROM published.cells FINAL
			WHERE node IN {nodes: Array(String)}
				AND release = {release: String}
				AND has({coordinates: Array(Array(String))}, arrayMap(code -> toString(code), coordinates))
				AND openFlag = 'shown'`,
		params: z.object({
			release: z.string(),
			nodes: z.array(z.string()),
			coordinates: z.array(z.array(z.string())),
		}),
		row: z.object({ node: z.string(), coordinates: z.array(z.string()) }),
	});
	const toldSeries = query({
		sql: `
			SELECT DISTINCT platform, step, kind, territory
			FROM published.signals
			WHERE family != 'verdict' AND platform IN {platforms: Array(String)}`,
		params: z.object({ platforms: z.array(z.string()) }),
		row: SeriesCoordinates,
	});
	/** What was told of a series once may be told to have ended, or to have come back: a release would say less of a mended one. */
	const wasTold = async (ladder: PrivateSignal['ladder']): Promise<IsDisplayed> => {
		const platforms = [...new Set(ladder.flatMap(({ coordinates }) => coordinates.platform ?? []))];
		const told = new Set((await toldSeries({ platforms })).map(seriesKey));
		return (coordinates) => told.has(seriesKey(coordinates));
	};
	return async ({ week, ladder, family }) => {
		if (week === null) return () => false;
		if ((await isReleased({ release: week })).length === 0) return null;
		if (family === 'verdict') return wasTold(ladder);
		const cells = ladder.flatMap(({ coordinates }) => cellOfSeries(coordinates) ?? []);
		const rows = await shownCells({
			release: week,
			nodes: cells.map(({ node }) => node),
			coordinates: cells.map(({ coordinates }) => [...coordinates]),
		});
		const shown = new Set(rows.map(({ node, coordinates }) => keyOf(node, coordinates)));
		return (coordinates) => {
			const cell = cellOfSeries(coordinates);
			return cell !== null && shown.has(keyOf(cell.node, cell.coordinates));
		};
	};
};
