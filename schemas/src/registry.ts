import { z } from 'zod';
import { AccountId, AccountLabel, Grant } from './accounts/grant.js';
import { Code } from './events/envelope.js';
import { ProposalDecision, ProposalId } from './proposals/decision.js';
import { AnswerText } from './reports/report-event.js';

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
	/** `reports`: reads and answers the reports of the body that its structure belongs to. */
	scopes: z.array(z.enum(['ingest', 'read', 'reports'])).min(1),
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

/** RecipientRecord: a shared mailbox of a body, where its reports are sent. */
const RecipientRecord = z.strictObject({
	type: z.literal('recipient'),
	id: Identifier,
	body: Code,
	email: z.email().max(254),
	active: z.boolean(),
});

/**
 * WebhookRecord: an address of a body that its reports are posted to. Its secret is derived from the stack's webhook key and the generation: it
 * is stored nowhere. A rotation raises the generation; both sign until `previousUntil`.
 */
const WebhookRecord = z.strictObject({
	type: z.literal('webhook'),
	id: Identifier,
	body: Code,
	url: z.url({ protocol: /^https?$/ }).max(500),
	generation: z.int().min(1),
	previousUntil: Instant.nullable(),
	active: z.boolean(),
});

/** MaintenanceRecord: what a body says beforehand about one of its platforms, a planned stop or a deployment. */
const MaintenanceRecord = z.strictObject({
	type: z.literal('maintenance'),
	id: Identifier,
	body: Code,
	platform: Code,
	what: z.enum(['maintenance', 'deployment']),
	from: Instant,
	until: Instant,
	declaredAt: Instant,
	cancelled: z.boolean(),
});

/** BodyReplyRecord is what a body says of its own figures; of one that was withdrawn the words are gone. */
const BodyReplyRecord = z.strictObject({
	type: z.literal('body-reply'),
	/** One a body: its code, as `bodyReplyId` writes it. */
	id: Identifier,
	body: Code,
	text: AnswerText,
	at: Instant,
	withdrawn: z.boolean(),
});

/** PlatformProposalRecord: what a curator made of a platform that the field proposed; its id is a hash of the host, whose name is not here. */
const PlatformProposalRecord = z.strictObject({
	type: z.literal('platform-proposal'),
	id: ProposalId,
	decision: ProposalDecision,
	decidedOn: z.iso.date(),
});

/** AccountRecord: somebody who may sign in, by a hash of (iss, sub), and what was granted. A closed one may no more than a stranger. */
const AccountRecord = z.strictObject({
	type: z.literal('account'),
	id: AccountId,
	label: AccountLabel,
	grants: z.array(Grant),
	closed: z.boolean(),
	since: Instant,
	/** The day of a late use: an account unused for a year is closed. */
	lastUsed: z.iso.date(),
});

/** InvitationRecord: a link that gives a grant to the first account that signs in with it. The secret is in the link only. */
const InvitationRecord = z.strictObject({
	type: z.literal('invitation'),
	id: Identifier,
	secretHash: Sha256,
	label: AccountLabel,
	grant: Grant,
	expiresAt: Instant,
	revoked: z.boolean(),
	usedBy: AccountId.nullable(),
});

/** RegistryRecord is the value of a message on `registry.v1` (compacted; key = `type:id`). */
export const RegistryRecord = z.discriminatedUnion('type', [
	StructureRecord,
	LinkRecord,
	RevokedDeviceRecord,
	ApiKeyRecord,
	WorldRecord,
	HistoryRecord,
	RecipientRecord,
	WebhookRecord,
	MaintenanceRecord,
	BodyReplyRecord,
	PlatformProposalRecord,
	AccountRecord,
	InvitationRecord,
]);
export type RegistryRecord = z.infer<typeof RegistryRecord>;
export type RegistryType = RegistryRecord['type'];
export type RecordOf<Type extends RegistryType> = Extract<RegistryRecord, { type: Type }>;

/** registryKey is the Kafka key of a record, which makes compaction keep its last state. */
export const registryKey = (record: Pick<RegistryRecord, 'type' | 'id'>): string =>
	`${record.type}:${record.id}`;

/** bodyReplyId names the record of what a body says of its figures. */
export const bodyReplyId = (body: string): string => body.toLowerCase().replaceAll('_', '-');
