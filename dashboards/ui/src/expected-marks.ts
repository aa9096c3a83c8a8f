import * as Plot from '@observablehq/plot';
import { paint } from './chart-style.js';
import type { ExpectedWeek } from './expected-weeks.js';

type At = ExpectedWeek & { readonly index: number };

/** expectedMarks draws, over the bars, the usual band, the threshold and the expected line, which a paper halo keeps apart from them. */
export const expectedMarks = (weeks: readonly At[]) =>
	weeks.length === 0
		? []
		: [
				Plot.areaY(weeks, { x: 'index', y1: 'low', y2: 'high', fill: paint.ink, fillOpacity: 0.13 }),
				Plot.lineY(weeks, {
					x: 'index',
					y: 'threshold',
					stroke: paint.ink,
					strokeWidth: 1,
					strokeDasharray: '2 3',
					clip: true,
				}),
				Plot.lineY(weeks, { x: 'index', y: 'expected', stroke: paint.paper, strokeWidth: 4 }),
				Plot.lineY(weeks, { x: 'index', y: 'expected', stroke: paint.ink, strokeWidth: 2.2 }),
			];
