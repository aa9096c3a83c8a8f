import { z } from 'zod';
import { Code } from './events/envelope.js';

/** Identifier names a record of the registry. */
export const Identifier = z.string().regex(/^[a-z0-9-]{1,64}$/);

const days = (fallback: number) => z.int().min(1).max(730).default(fallback);

/** StructureDraft is the body of `POST /admin/structures`: a new structure, or new facts about a known one. */
export const StructureDraft = z.strictObject({
	id: Identifier,
	label: z.string().min(1).max(120),
	organisation: Identifier,
	family: Code,
	departement: z.string().regex(/^(\d{2,3}|2A|2B)$/),
	/** The body that the structure belongs to, if any. */
	body: Code.nullable(),
	active: z.boolean().default(true),
});
export type StructureDraft = z.infer<typeof StructureDraft>;

/** StructureWritten is its answer: the structure as the registry holds it now. */
export const StructureWritten = z.strictObject({
	type: z.literal('structure'),
	...StructureDraft.shape,
	active: z.boolean(),
	/** How often all of its devices were revoked. */
	epoch: z.int(),
});

/** Revoked is the answer of everything that revokes. */
export const Revoked = z.strictObject({ id: z.string(), revoked: z.literal(true) });

/** LinkOrder is the body of `POST /admin/structures/{id}/links`. */
export const LinkOrder = z.strictObject({ expiresInDays: days(30) });

/** LinkIssued is its answer: the only time that the link is seen whole. */
export const LinkIssued = z.strictObject({ id: Identifier, url: z.url(), expiresAt: z.iso.datetime() });
export type LinkIssued = z.infer<typeof LinkIssued>;

/** ApiKeyOrder is the body of `POST /admin/api-keys`. */
export const ApiKeyOrder = z.strictObject({
	structure: Identifier,
	roleFamily: Code,
	scopes: z.array(z.enum(['ingest', 'read', 'reports'])).min(1),
	expiresInDays: days(365),
});
export type ApiKeyOrder = z.infer<typeof ApiKeyOrder>;

/** ApiKeyIssued is its answer: the only time that the key is seen whole. */
export const ApiKeyIssued = z.strictObject({ id: Identifier, key: z.string(), expiresAt: z.iso.datetime() });
export type ApiKeyIssued = z.infer<typeof ApiKeyIssued>;

/** StructureList is the answer of `GET /v1/admin/structures`. */
export const StructureList = z.strictObject({
	structures: z.array(z.strictObject({ ...StructureDraft.shape, active: z.boolean(), epoch: z.int() })),
});
export type StructureList = z.infer<typeof StructureList>;

/** LinkList is the answer of `GET /v1/admin/links`; the link itself was seen once. */
export const LinkList = z.strictObject({
	links: z.array(
		z.strictObject({
			id: Identifier,
			structure: Identifier,
			expiresAt: z.iso.datetime(),
			revoked: z.boolean(),
		}),
	),
});
export type LinkList = z.infer<typeof LinkList>;

/** ApiKeyList is the answer of `GET /v1/admin/api-keys`. */
export const ApiKeyList = z.strictObject({
	keys: z.array(
		z.strictObject({
			id: Identifier,
			...ApiKeyOrder.omit({ expiresInDays: true }).shape,
			expiresAt: z.iso.datetime(),
			revoked: z.boolean(),
		}),
	),
});
export type ApiKeyList = z.infer<typeof ApiKeyList>;

/** KeyRotation is the body of `POST /v1/admin/api-keys/{id}/rotate`: for how long the old key still works beside the new one. */
export const KeyRotation = z.strictObject({ overlapDays: z.int().min(0).max(90).default(7) });
