import { expect, test } from 'vitest';
import { z } from 'zod';
import { createEventReader, type VersionedEvent } from '../src/event-reader.js';
import { DysfunctionAlerted } from '../src/events/dysfunction-alerted.js';
import { eventSchemas } from '../src/events.js';
import { eventExamples } from '../src/openapi/examples.js';
import { fullEvents } from './event-examples.js';

// One version of each kind is published so far: later ones are made here, each with one more optional field.
const later = (version: string) =>
	DysfunctionAlerted.extend({ version: z.literal(version), since: z.string().optional() });
const tableWith = (...versions: string[]) => ({
	...eventSchemas,
	'dysfunction.alerted': {
		...eventSchemas['dysfunction.alerted'],
		...Object.fromEntries(versions.map((version) => [version, later(version)])),
	},
});
const readerOf = (...versions: string[]) => createEventReader<VersionedEvent>(tableWith(...versions));
const alert = (version: string, more: object = {}) => ({ ...eventExamples.alerte, version, ...more });

test.each(Object.keys(eventSchemas))('%s is read in the version that is published', (kind) => {
	const reading = createEventReader<VersionedEvent>(eventSchemas)(fullEvents[kind]);

	expect(reading).toEqual({ ok: true, event: fullEvents[kind] });
});

test('the last version and the one before it are both read, each under its own contract', () => {
	const read = readerOf('1-1-0');

	expect(read(alert('1-0-0')).ok).toBe(true);
	expect(read(alert('1-1-0', { since: 'x' })).ok).toBe(true);
	expect(read(alert('1-0-0', { since: 'x' }))).toMatchObject({ ok: false, why: 'invalid_event' });
});

test('a version older than the one before the last is retired, and one not yet published is unknown', () => {
	const read = readerOf('1-1-0', '1-2-0');

	expect(read(alert('1-0-0'))).toMatchObject({
		why: 'retired_version',
		errors: [{ path: 'version', code: 'retired_version' }],
	});
	expect(read(alert('1-3-0'))).toMatchObject({
		why: 'unknown_version',
		errors: [{ path: 'version', code: 'unknown_version' }],
	});
});

test('versions are compared by their numbers', () => {
	const read = readerOf('1-9-0', '1-10-0', '2-0-0');

	expect(['1-9-0', '1-10-0', '2-0-0'].map((version) => read(alert(version)).ok)).toEqual([false, true, true]);
});

test.each(['constructor', '__proto__', 'person.followed'])('%s is no kind', (kind) => {
	expect(readerOf()({ ...alert('1-0-0'), kind })).toMatchObject({ why: 'unknown_kind' });
});
