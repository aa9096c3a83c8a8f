import { expect, it } from 'vitest';
import { z } from 'zod';
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

it('the last lines of a process that ends are all there, in order, however busy its file threads are', async () => {
	const fixture = runFixture('log-last-lines');

	expect(await fixture.ended).toBe(0);

	const lines = fixture.output().trim().split('\n');
	expect(lines.map((line) => z.object({ msg: z.string() }).parse(JSON.parse(line)).msg)).toEqual([
		'stopping',
		'first step',
		'last step',
	]);
});
