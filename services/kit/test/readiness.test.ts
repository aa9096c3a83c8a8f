import { expect, it } from 'vitest';
import { createReadiness } from '../src/readiness.js';

it('a service is ready once all it waits for is there', () => {
	const readiness = createReadiness(['kafka', 'registry']);
	expect(readiness.missing()).toEqual(['kafka', 'registry']);

	readiness.set('kafka', true);
	expect(readiness.missing()).toEqual(['registry']);
	readiness.set('registry', true);
	expect(readiness.missing()).toEqual([]);
});

it('a condition that is lost makes it not ready again', () => {
	const readiness = createReadiness(['kafka']);
	readiness.set('kafka', true);

	readiness.set('kafka', false);

	expect(readiness.missing()).toEqual(['kafka']);
});

it('once stopping, it is never ready again', () => {
	const readiness = createReadiness(['kafka']);

	readiness.stop();
	readiness.set('kafka', true);

	expect(readiness.missing()).toEqual(['stopping']);
});
