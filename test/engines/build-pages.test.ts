import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBuiltPages } from '@vigie/test/build-pages';
import { expect, test } from 'vitest';

test('pages that could not be built are built again for the next to ask', async () => {
	const pages = openBuiltPages(join(tmpdir(), 'vigie-no-pages'));
	const failed = pages.of('no-such-dashboard');
	expect(pages.of('no-such-dashboard')).toBe(failed);
	await expect(failed).rejects.toThrow();

	const again = pages.of('no-such-dashboard');

	expect(again).not.toBe(failed);
	await expect(again).rejects.toThrow();
});
