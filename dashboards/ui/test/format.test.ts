import { formatsIn } from '@vigie/dashboard-ui/format';
import { expect, test } from 'vitest';

const fr = formatsIn('fr');
const en = formatsIn('en');
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');

test('numbers are grouped as each language does', () => {
	expect(plain(fr.count(1240))).toBe('1 240');
	expect(en.count(1240)).toBe('1,240');
	expect(plain(fr.percent(0.314))).toBe('31 %');
});

test('a week is named by its Monday', () => {
	expect(fr.week('2026-W46')).toBe('semaine du 9 novembre');
	expect(en.week('2026-W46')).toBe('week of 9 November');
});

test('a range says its last day, and no month or year twice', () => {
	const monday = new Date('2026-11-15T23:00:00Z');
	const oneWeek = new Date('2026-11-22T23:00:00Z');

	expect(fr.range(monday, oneWeek)).toBe('16 au 22 novembre 2026');
	expect(fr.range(new Date('2026-10-25T23:00:00Z'), oneWeek)).toBe('26 octobre au 22 novembre 2026');
	expect(fr.range(new Date('2025-12-28T23:00:00Z'), new Date('2026-01-04T23:00:00Z'))).toBe(
		'29 décembre 2025 au 4 janvier 2026',
	);
});

test('times are those of Paris, in summer and in winter', () => {
	expect(fr.time(new Date('2026-11-24T13:02:00Z'))).toBe('14 h 02');
	expect(fr.time(new Date('2026-07-24T12:02:00Z'))).toBe('14 h 02');
});

test('the first of a month is an ordinal in French', () => {
	const first = new Date('2025-11-30T23:00:00Z');

	expect(fr.weekday(first)).toBe('lundi 1er décembre');
	expect(fr.range(first, new Date('2025-12-07T23:00:00Z'))).toBe('1er au 7 décembre 2025');
	expect(fr.day(new Date('2025-12-10T23:00:00Z'))).toBe('11 décembre');
	expect(en.day(first)).toBe('1 December');
});
