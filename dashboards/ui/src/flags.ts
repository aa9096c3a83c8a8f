import { weekOf } from '@vigie/schemas/calendar';
import type { Maintenance } from '@vigie/schemas/maintenance';
import type { ChartFlag } from './flag-marks.js';
import { maintenanceSentence } from './maintenance-words.js';
import type { TableData } from './table-data.js';

/** Flag is something that happened to a series in a week: a signal began, a body says that it has mended something, or announced a stop or a new version. */
export interface Flag {
	readonly kind: ChartFlag['kind'];
	readonly week: string;
	readonly text: string;
}

/** PlantedFlag is a flag at the bar of its week, with its words. */
export interface PlantedFlag extends ChartFlag {
	readonly text: string;
}

/** within keeps what begins in the period of a chart. */
export const within = (all: readonly Maintenance[], start: Date, end: Date): readonly Maintenance[] =>
	all.filter(({ from }) => new Date(from) >= start && new Date(from) < end);

/** announcementFlags are the flags of what bodies announced. */
export const announcementFlags = (announced: readonly Maintenance[]): readonly Flag[] =>
	announced.map((one) => ({
		kind: 'announcement',
		week: weekOf(new Date(one.from)),
		text: `${maintenanceSentence(one)}.`,
	}));

/** More would hide the chart that they stand on. */
const MOST_FLAGS = 7;

/** plantFlags numbers the flags whose week is a bar of the chart, oldest first; the latest seven. */
export const plantFlags = (flags: readonly Flag[], releases: readonly string[]): readonly PlantedFlag[] =>
	flags
		.map(({ kind, week, text }) => ({ kind, text, index: releases.indexOf(week) }))
		.filter(({ index }) => index >= 0)
		.slice(-MOST_FLAGS)
		.map((flag, rank) => ({ ...flag, number: rank + 1 }));

/** flagTextsAt gives the words of the flags of a bar. */
export const flagTextsAt = (planted: readonly PlantedFlag[], index: number): readonly string[] =>
	planted.filter((flag) => flag.index === index).map(({ text }) => text);

/** withFlags adds to the table of a figure what happened in each of its periods; nothing when nothing did. */
export const withFlags = (
	{ columns, rows }: TableData,
	planted: readonly PlantedFlag[],
	label: string,
): TableData =>
	planted.length === 0
		? { columns, rows }
		: {
				columns: [...columns, { label, numeric: false }],
				rows: rows.map((row, rank) => {
					const text = flagTextsAt(planted, rank).join(' ');
					return [...row, { text, sort: text === '' ? null : text }];
				}),
			};
