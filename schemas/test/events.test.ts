import { expect, it } from 'vitest';
import { Event, eventSchemas, familyOf } from '../src/events.js';
import { eventExamples } from '../src/openapi/examples.js';
import { fieldErrorsOf } from '../src/problem.js';
import { codesOf } from '../src/taxonomy.js';
import { fullEvents } from './event-examples.js';

const errorsOf = (body: unknown) => {
	const result = Event.safeParse(body);
	return result.success ? [] : fieldErrorsOf(result.error);
};

const kinds = Object.keys(eventSchemas);
const alert = eventExamples.alerte;

it.each(Object.entries(eventExamples))('the example "%s" is a valid event', (_name, example) => {
	expect(errorsOf(example)).toEqual([]);
});

it.each(kinds)('%s is accepted with every field it may have, and comes out as it went in', (kind) => {
	expect(Event.parse(fullEvents[kind])).toEqual(fullEvents[kind]);
});

it.each(kinds)('%s refuses a field it does not know, without repeating its name', (kind) => {
	const errors = errorsOf({ ...fullEvents[kind], nomDeLaPersonne: 'Dupont' });

	expect(errors).toEqual([{ path: '', code: 'unknown_field' }]);
});

it.each(kinds)('%s refuses a wrong type in any of its fields', (kind) => {
	const event = fullEvents[kind] ?? {};

	for (const field of Object.keys(event)) {
		const wrong = errorsOf({ ...event, [field]: { wrong: true } });
		expect(wrong.map(({ path }) => path, field)).toContain(field);
	}
});

it.each(['id', 'revision', 'retracted', 'kind', 'version', 'taxonomy', 'observedAt'])(
	'no event goes without its %s',
	(field) => {
		for (const kind of kinds) {
			const { [field]: _left, ...rest } = fullEvents[kind] ?? {};
			expect(errorsOf(rest).length).toBeGreaterThan(0);
		}
	},
);

it.each([
	['a UUID v7, which would leak the minute', { id: '019a7d2e-7c00-7abc-8def-0123456789ab' }, 'id'],
	['a UUID v1', { id: '6ba7b810-9dad-11d1-80b4-00c04fd430c8' }, 'id'],
	['minutes in the hour of observation', { observedAt: '2026-11-10T13:25:00Z' }, 'observedAt'],
	['a local hour', { observedAt: '2026-11-10T13:00:00+01:00' }, 'observedAt'],
	['a negative revision', { revision: -1 }, 'revision'],
	['half a revision', { revision: 0.5 }, 'revision'],
	['a free text in the place of a code', { platform: 'la caf du 75' }, 'platform'],
	['thirteen factors', { factors: Array.from({ length: 13 }, () => 'ISOLEMENT') }, 'factors'],
	['a version never published', { version: '9-0-0' }, 'version'],
	['a kind that does not exist', { kind: 'person.followed' }, 'kind'],
])('%s is refused', (_title, change, path) => {
	expect(errorsOf({ ...alert, ...change }).map((error) => error.path)).toEqual([path]);
});

it('the hop buckets of a referral are those of the taxonomy, and INCONNU without a slip', () => {
	const { hopBucket } = eventSchemas['referral.made']['1-0-0'].shape;

	expect(hopBucket.options).toEqual([...codesOf('hopBuckets'), 'INCONNU']);
});

it('every kind belongs to a family, and alerts are counted with failed procedures', () => {
	const families = Object.values(fullEvents).map((event) => familyOf(Event.parse(event).kind));

	expect(families).toEqual(['failures', 'failures', 'nontakeup', 'referrals', 'repairs']);
});
