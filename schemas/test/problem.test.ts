import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Event, eventSchemas } from '../src/events.js';
import { Batch, Enrolment } from '../src/http.js';
import { fieldCodes, fieldErrorsOf, Problem, type ProblemCode, problemOf, problems } from '../src/problem.js';
import { RegistryRecord } from '../src/registry.js';
import { fullEvents } from './event-examples.js';

// Marks on each side that no word of ours holds and no code of the taxonomy may have.
const planted = fc.string({ unit: 'binary', maxLength: 40 }).map((text) => `~q${text}q~`);
const codes = Object.keys(problems) as ProblemCode[];

const documentOf = (error: Parameters<typeof fieldErrorsOf>[0]): string =>
	JSON.stringify(problemOf('invalid_request', fieldErrorsOf(error)));

it.each(Object.keys(eventSchemas))('what is sent in a field of %s is never in the answer', (kind) => {
	const event = fullEvents[kind] ?? {};
	const anyField = fc.constantFrom(...Object.keys(event));
	const anyValue = fc.oneof(
		planted,
		planted.map((text) => [text]),
		planted.map((text) => ({ [text]: text })),
	);

	fc.assert(
		fc.property(anyField, anyValue, (field, value) => {
			const result = Event.safeParse({ ...event, [field]: value });
			expect(result.success).toBe(false);
			if (!result.success) expect(documentOf(result.error)).not.toMatch(/~q|q~/);
		}),
	);
});

it('the name of an unknown field is never in the answer, which counts them', () => {
	fc.assert(
		fc.property(fc.uniqueArray(planted, { minLength: 1, maxLength: 5 }), planted, (names, value) => {
			const extra = Object.fromEntries(names.map((name) => [name, value]));
			const result = Event.safeParse({ ...fullEvents['dysfunction.alerted'], ...extra });
			expect(result.success).toBe(false);
			if (result.success) return;
			expect(fieldErrorsOf(result.error)).toHaveLength(names.length);
			expect(documentOf(result.error)).not.toMatch(/~q|q~/);
		}),
	);
});

it('whatever is sent to the other routes, no value comes back and each code is one of ours', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(Batch, Enrolment, RegistryRecord, Event),
			fc.jsonValue(),
			planted,
			(schema, any, text) => {
				for (const body of [any, text, { link: any, type: text, kind: text, events: text, [text]: any }]) {
					const result = schema.safeParse(body);
					if (result.success) continue;
					expect(documentOf(result.error)).not.toMatch(/~q|q~/);
					for (const { code } of fieldErrorsOf(result.error)) expect(Object.keys(fieldCodes)).toContain(code);
				}
			},
		),
	);
});

it.each(codes)('%s is a problem document whose status is that of the answer', (code) => {
	const document = Problem.parse(problemOf(code));

	expect(document).toMatchObject({ code, status: problems[code].status, title: problems[code].title });
	expect(document.status).toBeGreaterThanOrEqual(400);
	expect(document).not.toHaveProperty('errors');
});
