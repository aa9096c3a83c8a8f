import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const noticesOf = (dashboard: string): string => {
	const file = new URL(`../../${dashboard}/dist/licences.txt`, import.meta.url);
	return readFileSync(file, 'utf8');
};

test.each(['home', 'alert', 'review', 'trends'])(
	'the pages of %s bring the licences of their font and of their libraries',
	(dashboard) => {
		const text = noticesOf(dashboard);

		expect(text).toContain('@fontsource-variable/atkinson-hyperlegible-next');
		expect(text).toContain('SIL OPEN FONT LICENSE');
		expect(text).toMatch(/^svelte \d[\d.]* \(MIT\)$/m);
		expect(text).toContain('Permission is hereby granted, free of charge');
	},
);

test('the charts bring the licences of what draws them', () => {
	const text = noticesOf('trends');

	expect(text).toMatch(/^@observablehq\/plot \d[\d.]* \(ISC\)$/m);
	expect(text).toMatch(/^d3-array \d[\d.]* \(ISC\)$/m);
	expect(text).toContain('Permission to use, copy, modify, and/or distribute this software for any purpose');
});

test('nothing of what is only used to build is named, nor where it was built', () => {
	for (const dashboard of ['home', 'alert', 'review', 'trends'])
		expect(noticesOf(dashboard)).not.toMatch(/^(vite|vitest|typescript) \d|node_modules/m);
});
