import * as Plot from '@observablehq/plot';
import { paint } from './chart-style.js';
import { language } from './language.js';
import { schoolHolidays } from './school-holidays.js';

const WEEK_MS = 7 * 86_400_000;
/** Narrower than this a band bears no name. */
const NAME_FROM_WEEKS = 2;

/** holidayBands draws the holidays of schools behind the bars of weeks, each with its name above; `starts` are consecutive weeks. */
export const holidayBands = (starts: readonly Date[], ceiling: number) => {
	const first = starts[0]?.getTime() ?? 0;
	const ends = starts.length - 0.5;
	const rank = (day: string): number => (Date.parse(day) - first) / WEEK_MS - 0.5;
	const bands = schoolHolidays
		.map(({ name, start, end }) => ({
			name: name[language],
			from: Math.max(rank(start), -0.5),
			to: Math.min(rank(end), ends),
		}))
		.filter(({ from, to }) => to > from);
	return [
		Plot.rect(bands, { x1: 'from', x2: 'to', y1: 0, y2: ceiling, fill: paint.holiday }),
		Plot.text(
			bands.filter(({ from, to }) => to - from >= NAME_FROM_WEEKS),
			{
				x: (band: (typeof bands)[number]) => (band.from + band.to) / 2,
				y: ceiling,
				text: 'name',
				dy: -30,
				fontSize: 13,
				fill: paint.text,
			},
		),
	];
};
