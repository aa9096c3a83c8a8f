import { safeReturn } from '@vigie/schemas/accounts/session';
import { expect, test } from 'vitest';

test.each([
	['/organisme/', '/organisme/'],
	['/organisme/?etat=opened#r-1', '/organisme/?etat=opened#r-1'],
	['/a/../administration/', '/administration/'],
])('%s is a place here', (wanted, path) => {
	expect(safeReturn(wanted)).toBe(path);
});

test.each([
	undefined,
	'',
	'https://evil.example/',
	'//evil.example/',
	'///evil.example/',
	'/\\evil.example/',
	'\\/evil.example',
	'/\t/evil.example',
	'/%0d%0aset-cookie:x=1\r\n',
	'javascript:alert(1)',
	'organisme/',
	'/..//evil.example/',
])('%j leads home and to no other host', (wanted) => {
	const path = safeReturn(wanted);

	expect(new URL(path, 'https://vigie.example').host).toBe('vigie.example');
	expect(path.startsWith('//')).toBe(false);
});
