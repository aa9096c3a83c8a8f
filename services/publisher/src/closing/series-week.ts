import type { ClickHouseClient } from '@clickhouse/client';
import { weekNumber } from '@vigie/schemas/calendar';
import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import { textOfCell } from '../vocabulary/cells.js';
import { isIn, nodesOfLevels, regionalKinds } from '../vocabulary/cube.js';
import { insertLines } from './bulk.js';
import type { CountedCell } from './count-cells.js';

const weekly = nodesOfLevels('week');

const isWeekly = ({ cell }: CountedCell): boolean => weekly.some((node) => isIn(node, cell));

/** Of events that do not say their kind, the counts of the platform in the région tell as much. */
const isRegionalKind = ({ cell }: CountedCell): boolean =>
	isIn(regionalKinds, cell) && !textOfCell(cell).endsWith(`'${NON_PRECISE}']`);

/** saveSeriesWeek writes the week's exact series: the distinct counts cannot be had again once its tokens are cleared. */
export const saveSeriesWeek = async (
	client: ClickHouseClient,
	week: string,
	world: string,
	cells: readonly CountedCell[],
): Promise<void> => {
	// Who has most of the other nodes' cells is in their facts.
	const lineOf = (counted: CountedCell, top: number): string => {
		const { cell, n, reporters, otherStructures, otherOrganisations, departements } = counted;
		const shown = `${textOfCell(cell)}\t${n}\t${reporters}\t${otherStructures}\t${otherOrganisations}`;
		return `${weekNumber(week)}\t${shown}\t${world}\t${departements}\t${top}\n`;
	};
	const lines = [
		...cells.filter(isWeekly).map((counted) => lineOf(counted, 0)),
		...cells.filter(isRegionalKind).map((counted) => lineOf(counted, counted.top)),
	];
	await insertLines(client, 'private.series_week', [lines.join('')]);
};
