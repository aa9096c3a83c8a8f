import { z } from 'zod';

/** Json is a plain JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
	readonly [name: string]: Json;
}

/** Draft is the JSON Schema that a document speaks: OpenAPI 3.1 the one, AsyncAPI 3 the other. */
export type Draft = 'draft-2020-12' | 'draft-7';

// What toJSONSchema gives is typed with functions that are not there: once through JSON, it is plain.
const plain = (value: unknown): JsonObject => JSON.parse(JSON.stringify(value)) as JsonObject;

/** jsonSchemaOf gives the JSON Schema (2020-12) of what a sender may send under a contract. */
export const jsonSchemaOf = (schema: z.ZodType): JsonObject =>
	plain(z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12' }));

/** Named is a contract with the name and the sentence it has in a document. */
export interface Named {
	readonly schema: z.ZodType;
	readonly description: string;
}

/** componentSchemas gives contracts as the `components.schemas` of a document; one that holds another refers to it. */
export const componentSchemas = (contracts: Readonly<Record<string, Named>>, target: Draft): JsonObject => {
	const registry = z.registry<{ id: string; description: string }>();
	for (const [id, { schema, description }] of Object.entries(contracts))
		registry.add(schema, { id, description });
	const { schemas } = z.toJSONSchema(registry, {
		io: 'input',
		target,
		uri: (id) => `#/components/schemas/${id}`,
	});
	return Object.fromEntries(
		Object.entries(schemas).map(([id, { $schema, $id, ...rest }]) => [id, plain(rest)]),
	);
};

/** schemaRef points to a component. */
export const schemaRef = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
