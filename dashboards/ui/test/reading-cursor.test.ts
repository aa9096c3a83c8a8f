import { type Mark, markAt, moveCursor } from '@vigie/dashboard-ui/reading-cursor';
import { expect, test } from 'vitest';

const square = (id: string, column: number, row: number): Mark => ({
	id,
	x: column * 44,
	y: row * 44,
	width: 41,
	height: 41,
	text: id,
});
// 62 and 59 above; 80 under 62; 2A far below, alone in its column.
const map = [square('62', 6, 0), square('59', 7, 0), square('80', 6, 1), square('2A', 13, 12)];

test('arrows lead to the neighbour in their direction', () => {
	expect(moveCursor(map, 0, 'ArrowRight')).toBe(1);
	expect(moveCursor(map, 0, 'ArrowDown')).toBe(2);
	expect(moveCursor(map, 2, 'ArrowUp')).toBe(0);
});

test('at an edge the cursor stays', () => {
	expect(moveCursor(map, 0, 'ArrowLeft')).toBe(0);
	expect(moveCursor(map, 0, 'ArrowUp')).toBe(0);
});

test('Home and End reach the first and the last mark', () => {
	expect(moveCursor(map, 2, 'Home')).toBe(0);
	expect(moveCursor(map, 0, 'End')).toBe(3);
});

test('a key that is not the cursor’s is left to the page', () => {
	expect(moveCursor(map, 0, 'Tab')).toBeNull();
	expect(moveCursor([], 0, 'ArrowRight')).toBeNull();
});

test('a point finds the mark under it, and nothing between two', () => {
	expect(markAt(map, 6 * 44 + 10, 10)).toBe(0);
	expect(markAt(map, 6 * 44 + 42, 10)).toBeNull();
});
