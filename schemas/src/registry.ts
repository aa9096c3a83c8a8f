import { z } from 'zod';
import { Code } from './events/envelope.js';

const Identifier = z.string().regex(/^[a-z0-9-]{1,64}$/);
const Instant = z.iso.datetime();
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Departement = z.string().regex(/^(\d{2,3}|2A|2B)$/);

/** StructureRecord: where contributors work. Raising `epoch` revokes every device enrolled before. */
const StructureRecord = z.strictObject({
	type: z.literal('structure'),
	id: Identifier,
	label: z.string().min(1).max(120),
	organisation: Identifier,
	family: Code,
	departement: Departement,
	/** The body this structure belongs to, if any: its agents satisfy no gate on their own platforms. */
	body: Code.nullable(),
	epoch: z.int().min(0),
	active: z.boolean(),
});

/** LinkRecord: an enrolment link of a structure. The secret is in the link only; its hash is here. */
const LinkRecord = z.strictObject({
	type: z.literal('link'),
	id: Identifier,
	structure: Identifier,
	secretHash: Sha256,
	expiresAt: Instant,
	revoked: z.boolean(),
});

/** DeviceRecord exists only for a device that was revoked alone. */
const RevokedDeviceRecord = z.strictObject({ type: z.literal('revoked-device'), id: Identifier });

/** ApiKeyRecord: a machine client's key; it stands for one structure. */
const ApiKeyRecord = z.strictObject({
	type: z.literal('api-key'),
	id: Identifier,
	structure: Identifier,
	roleFamily: Code,
	secretHash: Sha256,
	scopes: z.array(z.enum(['ingest', 'read'])).min(1),
	expiresAt: Instant,
	revoked: z.boolean(),
});

/** WorldRecord says, once and for ever, whether this stack is a demonstration or real. */
const WorldRecord = z.strictObject({
	type: z.literal('world'),
	id: z.literal('world'),
	world: z.enum(['demo', 'real']),
	since: Instant,
});

/** HistoryRecord: the weeks a demonstration loads at its first start; pages show how far it is until all are released. */
const HistoryRecord = z.strictObject({
	type: z.literal('history'),
	id: z.literal('history'),
	firstWeek: z.string(),
	lastWeek: z.string(),
	weeks: z.int().min(1),
});

/** RegistryRecord is the value of a message on `registry.v1` (compacted; key = `type:id`). */
export const RegistryRecord = z.discriminatedUnion('type', [
	StructureRecord,
	LinkRecord,
	RevokedDeviceRecord,
	ApiKeyRecord,
	WorldRecord,
	HistoryRecord,
]);
export type RegistryRecord = z.infer<typeof RegistryRecord>;
export type RegistryType = RegistryRecord['type'];
export type RecordOf<Type extends RegistryType> = Extract<RegistryRecord, { type: Type }>;

/** registryKey is the Kafka key of a record, which makes compaction keep its last state. */
export const registryKey = (record: Pick<RegistryRecord, 'type' | 'id'>): string =>
	`${record.type}:${record.id}`;
