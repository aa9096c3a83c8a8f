import { expect, it } from 'vitest';
import { runFixture } from './run-fixture.js';

it('the log tells an error by its name, sentence and code, never by what a client hung on it', async () => {
	const fixture = runFixture('log-error');

	expect(await fixture.ended).toBe(0);

	expect(JSON.parse(fixture.output())).toMatchObject({
		msg: 'went wrong',
		err: { type: 'Error', message: 'the store is full', code: 'OOM' },
	});
	expect(fixture.output()).not.toContain('secret');
});
