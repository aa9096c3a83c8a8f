import type { ReleaseTable } from '@vigie/schemas/http';
import { expect, test } from 'vitest';
import { coverageOf } from '../src/logic/coverage.js';

const tableOf = (
	release: string,
	dimensions: readonly string[],
	rows: readonly (readonly [readonly string[], number | null])[],
): ReleaseTable => ({
	release,
	hash: '',
	table: dimensions.join('-'),
	world: 'demo',
	dimensions: [...dimensions],
	rows: rows.map(([coordinates, y]) => ({
		coordinates: [...coordinates],
		y,
		flag: y === null ? 'protected' : 'shown',
	})),
});

test('a département is at the finest rhythm at which any of its cells is shown, at none when all are hidden', () => {
	const coverage = coverageOf({
		week: tableOf(
			'2026-W47',
			['departement'],
			[
				[['59'], 120],
				[['23'], null],
			],
		),
		month: tableOf(
			'2026-M11',
			['departement', 'platform'],
			[
				[['23', 'ANTS'], null],
				[['23', 'AMELI'], 22],
			],
		),
		quarter: tableOf(
			'2026-Q3',
			['departement', 'platform'],
			[
				[['59', 'ANTS'], 300],
				[['48', 'ANTS'], 31],
				[['976', 'ANTS'], null],
			],
		),
	});

	expect([coverage.get('59'), coverage.get('23'), coverage.get('48'), coverage.get('976')]).toEqual([
		'week',
		'month',
		'quarter',
		null,
	]);
	expect(coverage.size).toBe(101);
});

test('before the first month is closed only weeks count, and nothing at all is no rhythm', () => {
	const nothing = { week: null, month: null, quarter: null };

	expect([...coverageOf(nothing).values()].every((rhythm) => rhythm === null)).toBe(true);
});
