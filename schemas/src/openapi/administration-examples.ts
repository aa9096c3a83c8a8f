import type { JsonObject } from '../json-schema.js';

const account = 'a-0f3c9a7e51b24d6890aa12cd4be1f703';
const later = '2026-12-29T09:00:00.000Z';
const grant: JsonObject = { role: 'institution_answerer', body: 'CNAF' };
const structure: JsonObject = {
	id: 'ccas-vigie',
	label: 'CCAS de Vigie',
	organisation: 'ville-vigie',
	family: 'COMMUNE',
	departement: '35',
	body: null,
	active: true,
};
const key: JsonObject = { structure: 'ccas-vigie', roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
const secret = 'rEoqyF5dQGFcyLT-m6T4yP8c1cHn3Uq2yW3gS2cQv0w';
const webhook: JsonObject = {
	id: '6e9f1c04b2aa',
	url: 'https://organisme.exemple/vigie',
	generation: 2,
	previousUntil: later,
	active: true,
};
const recipient: JsonObject = { id: '5d0c77e1ab90', email: 'suivi@organisme.exemple', active: true };
const choice: JsonObject = { origins: [], reasons: ['unknown_version'], dryRun: true };

/** administrationExamples are what travels to and from an administrator, under the name of its contract. */
export const administrationExamples = {
	AccountList: {
		accounts: [
			{
				id: account,
				label: 'Cellule usagers, CNAF',
				grants: [grant],
				closed: false,
				since: later,
				lastUsed: '2026-11-24',
			},
		],
		invitations: [
			{
				id: '0a1b2c3d4e5f',
				label: 'Cellule usagers, ANTS',
				grant: { role: 'institution_reader', body: 'ANTS' },
				expiresAt: later,
				revoked: false,
				usedBy: null,
			},
		],
	},
	InvitationOrder: { label: 'Cellule usagers, CNAF', grant, expiresInDays: 3 },
	InvitationIssued: {
		id: '0a1b2c3d4e5f',
		url: `https://vigie.exemple/v1/session/login?invitation=0a1b2c3d4e5f.${secret}`,
		expiresAt: later,
	},
	GrantChange: { grant },
	GrantsNow: { id: account, grants: [grant] },
	AccountClosed: { id: account, closed: true },
	Revoked: { id: '0a1b2c3d4e5f', revoked: true },
	StructureList: { structures: [{ ...structure, epoch: 0 }] },
	StructureDraft: structure,
	StructureWritten: { type: 'structure', ...structure, epoch: 0 },
	LinkList: {
		links: [{ id: '9e8d7c6b5a40', structure: 'ccas-vigie', expiresAt: later, revoked: false }],
	},
	LinkOrder: { expiresInDays: 30 },
	LinkIssued: {
		id: '9e8d7c6b5a40',
		url: `https://vigie.exemple/alerte/#lien=9e8d7c6b5a40.${secret}`,
		expiresAt: later,
	},
	ApiKeyList: { keys: [{ id: '1f2e3d4c5b6a', ...key, expiresAt: later, revoked: false }] },
	ApiKeyOrder: { ...key, expiresInDays: 365 },
	ApiKeyIssued: { id: '1f2e3d4c5b6a', key: `vk_1f2e3d4c5b6a_${secret}`, expiresAt: later },
	KeyRotation: { overlapDays: 7 },
	AuditPage: {
		entries: [
			{
				id: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10',
				at: later,
				actor: { kind: 'account', account },
				action: 'grant.added',
				target: account,
				body: 'CNAF',
				detail: 'institution_answerer',
			},
		],
	},
	DeadLetters: {
		waiting: [{ name: 'unknown_version', count: 1 }],
		settled: [{ name: 'replayed', count: 2 }],
		letters: [
			{
				origin: 'events.v1/0/1234',
				reason: 'unknown_version',
				schema: 'dysfunction.alerted/9-0-0',
				firstSeenAt: '2026-11-24T13:00:00Z',
				bytes: 412,
				readable: false,
				errors: [{ path: 'event.version', code: 'unknown_version' }],
			},
		],
	},
	ReplayOrder: choice,
	DropOrder: choice,
	ReplayDone: { dryRun: true, unchanged: 1, again: 0, left: [] },
	DropDone: { dryRun: true, dropped: [{ name: 'unknown_version', count: 1 }] },
	CommentPage: {
		taken: 'on',
		comments: [
			{
				position: '41',
				day: '2026-11-24',
				text: 'Le bouton « Envoyer » reste grisé depuis hier.',
				platform: 'CAF_MON_COMPTE',
				step: 'ENVOI',
				failureKind: null,
			},
		],
		unreadable: 0,
		before: '22',
	},
	ProposalList: {
		proposals: [
			{
				id: `p-${'0a1b2c3d'.repeat(4)}`,
				host: 'portail-solidarites.exemple.fr',
				body: 'DEPARTEMENT',
				band: '6-9',
				firstWeek: '2026-W44',
				lastWeek: '2026-W48',
				decision: null,
			},
		],
	},
	ProposalDecision: { outcome: 'accepted', taxonomy: '2027.1' },
	ProposalDecided: {
		id: `p-${'0a1b2c3d'.repeat(4)}`,
		decision: { outcome: 'known', platform: 'PORTAIL_DEPARTEMENT' },
		decidedOn: '2026-11-24',
	},
	BodySettings: {
		body: 'CNAF',
		recipients: [recipient],
		webhooks: [webhook],
		keys: [
			{ id: '1f2e3d4c5b6a', structure: 'cnaf-si', scopes: ['reports'], expiresAt: later, revoked: false },
		],
	},
	SendingStates: { bodies: [{ body: 'CNAF', open: 3, addressees: 2, waiting: 1, undelivered: 0 }] },
	RecipientDraft: { email: 'suivi@organisme.exemple' },
	Recipient: recipient,
	WebhookDraft: { url: 'https://organisme.exemple/vigie' },
	Webhook: webhook,
	WebhookIssued: { webhook, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
	SecretRotation: { overlapDays: 7 },
	TestSending: { outcome: 'refused', reason: 'smtp_550' },
	DeliveryLog: {
		waiting: [
			{
				report: 'r-3f0c9a7e51b24d6890aa12cd',
				channel: 'webhook',
				recipient: '7a6b5c4d3e2f',
				attempts: 3,
				reason: 'timeout',
			},
		],
		deliveries: [
			{
				report: 'r-3f0c9a7e51b24d6890aa12cd',
				at: '2026-11-24T13:02:00Z',
				channel: 'email',
				recipient: '5d0c77e1ab90',
				outcome: 'delivered',
				reason: null,
				attempts: 1,
			},
		],
	},
} as const satisfies Readonly<Record<string, JsonObject>>;
