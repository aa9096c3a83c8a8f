import { existsSync } from 'node:fs';
import { longFiles } from '@vigie/test/long-files';
import { expect, test } from 'vitest';

test('every file that is begun first because it is long is still there, and once in the list', () => {
	const gone = longFiles.filter((name) => !existsSync(new URL(`../../${name}`, import.meta.url)));

	expect(gone).toEqual([]);
	expect(new Set(longFiles).size).toBe(longFiles.length);
});
