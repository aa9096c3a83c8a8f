import { z } from 'zod';
import { AdmittedEvent } from './admitted-event.js';
import { eventSchemas } from './events.js';
import { type JsonObject, jsonSchemaOf } from './json-schema.js';

const BASE = 'https://vigie.invalid/schemas';

/** The event is left open here: it has versions of its own, and a new one must not make another admission. */
const admitted = AdmittedEvent.extend({ event: z.looseObject({ kind: z.string(), version: z.string() }) });

const contracts = (): [string, z.ZodType][] => [
	...Object.entries(eventSchemas).flatMap(([kind, versions]) =>
		Object.entries(versions).map(([version, schema]): [string, z.ZodType] => [
			`events/${kind}/${version}`,
			schema,
		]),
	),
	['admitted-event/1-0-0', admitted],
];

/** publishedSchemas gives, by path under `schemas/data` (without `.json`), the JSON Schema of every published version. */
export const publishedSchemas = (): Readonly<Record<string, JsonObject>> =>
	Object.fromEntries(
		contracts().map(([path, schema]) => [path, { $id: `${BASE}/${path}.json`, ...jsonSchemaOf(schema) }]),
	);
