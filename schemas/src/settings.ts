import { z } from 'zod';
import { ApiKeyList, Identifier } from './administration.js';
import { Code } from './events/envelope.js';
import { DeliveryEntry } from './reports/http.js';

const Instant = z.iso.datetime();

/** RecipientDraft is the body of `POST /v1/bodies/{body}/recipients`: a shared mailbox, never somebody's own. */
export const RecipientDraft = z.strictObject({ email: z.email().max(254) });

/** Recipient is a mailbox where the reports of a body go. */
export const Recipient = z.strictObject({ id: Identifier, email: z.string(), active: z.boolean() });
export type Recipient = z.infer<typeof Recipient>;

/** WebhookDraft is the body of `POST /v1/bodies/{body}/webhooks`. */
export const WebhookDraft = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(500) });

/** Webhook is an address that the reports of a body are posted to; its secret was seen once. */
export const Webhook = z.strictObject({
	id: Identifier,
	url: z.string(),
	/** How often its secret was made anew, from 1. */
	generation: z.int(),
	/** Until when what is sent is signed with the secret before as well. */
	previousUntil: Instant.nullable(),
	active: z.boolean(),
});
export type Webhook = z.infer<typeof Webhook>;

/** WebhookIssued is the answer to a new webhook and to a rotation: the only time that the secret, as Standard Webhooks write it, is seen. */
export const WebhookIssued = z.strictObject({ webhook: Webhook, secret: z.string().startsWith('whsec_') });
export type WebhookIssued = z.infer<typeof WebhookIssued>;

/** SecretRotation is the body of `POST /v1/bodies/{body}/webhooks/{id}/rotate`: for how long both secrets sign. */
export const SecretRotation = z.strictObject({ overlapDays: z.int().min(0).max(90).default(7) });

/** BodyKey is a machine client's key that stands for a body: of one of its structures. */
export const BodyKey = ApiKeyList.shape.keys.element.omit({ roleFamily: true });
export type BodyKey = z.infer<typeof BodyKey>;

/** BodySettings is the answer of `GET /v1/bodies/{body}/settings`: where the reports of a body go, and which machines ask in its name. */
export const BodySettings = z.strictObject({
	body: Code,
	recipients: z.array(Recipient),
	webhooks: z.array(Webhook),
	keys: z.array(BodyKey),
});
export type BodySettings = z.infer<typeof BodySettings>;

/** TestSending is the answer of a test: what an addressee said to a message that says it is none, and the code of why it did not arrive. */
export const TestSending = z.strictObject({
	outcome: z.enum(['delivered', 'refused', 'failed']),
	reason: z.string().nullable(),
});
export type TestSending = z.infer<typeof TestSending>;

/** DELIVERIES_SHOWN is the most sendings one answer holds. */
export const DELIVERIES_SHOWN = 200;

/** WaitingSending is a message that has not arrived yet, how often it was tried, and the code of why the last try failed. */
const WaitingSending = z.strictObject({
	report: z.string(),
	...DeliveryEntry.pick({ channel: true, recipient: true, reason: true }).shape,
	attempts: z.int().min(0),
});
export type WaitingSending = z.infer<typeof WaitingSending>;

/** DeliveryLog is the answer of `GET /v1/bodies/{body}/deliveries`: what is still to arrive, and how its sendings ended, the latest first. */
export const DeliveryLog = z.strictObject({
	waiting: z.array(WaitingSending),
	deliveries: z.array(z.strictObject({ report: z.string(), ...DeliveryEntry.shape })),
});
export type DeliveryLog = z.infer<typeof DeliveryLog>;

/** SendingStates is the answer of `GET /v1/admin/sendings`: of each body that has an open report, whether anybody is told of it. */
export const SendingStates = z.strictObject({
	bodies: z.array(
		z.strictObject({
			body: Code,
			/** Open reports. */
			open: z.int(),
			/** Mailboxes and webhooks that its reports go to. */
			addressees: z.int(),
			/** Messages that have not arrived yet. */
			waiting: z.int(),
			/** Addressees whom the last notice of an open report did not reach: given up, or refused for good. */
			undelivered: z.int(),
		}),
	),
});
export type SendingStates = z.infer<typeof SendingStates>;
