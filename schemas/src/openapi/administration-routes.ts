import { auditedActions } from '../accounts/audit.js';
import { CSRF_HEADER } from '../accounts/session.js';
import { DeadReason } from '../dead-letter.js';
import type { JsonObject } from '../json-schema.js';
import type { ProblemCode } from '../problem.js';
import { administrationExamples as examples } from './administration-examples.js';
import type { Operation } from './operation.js';

type Contract = keyof typeof examples;

const refusals = [
	'missing_credentials',
	'invalid_credentials',
	'expired_credentials',
	'forbidden',
] as const satisfies readonly ProblemCode[];
const ofBodies = [
	'csrf_refused',
	'malformed_json',
	'body_too_large',
	'unsupported_media_type',
	'invalid_request',
	'not_visible_yet',
] as const satisfies readonly ProblemCode[];

const inPath = (name: string, description: string): JsonObject => ({
	name,
	in: 'path',
	required: true,
	description,
	schema: { type: 'string' },
});
const inQuery = (name: string, description: string, schema: JsonObject = { type: 'string' }): JsonObject => ({
	name,
	in: 'query',
	description,
	schema,
});
const csrf: JsonObject = {
	name: CSRF_HEADER,
	in: 'header',
	required: true,
	description: 'Le jeton `csrf` de /v1/me',
	schema: { type: 'string' },
};
const id = inPath('id', 'L’identifiant');
const body = inPath('body', 'Le code de l’organisme');

const bodyOf = (contract: Contract) => ({ contract, examples: { exemple: examples[contract] } });

interface Reading {
	readonly id: string;
	readonly summary: string;
	readonly answer: Contract;
	readonly parameters?: readonly JsonObject[];
	readonly problems?: readonly ProblemCode[];
	readonly description?: string;
}

const read = ({ answer, parameters = [], problems = [], ...rest }: Reading): Operation => ({
	tag: 'Administrer',
	security: ['session'],
	status: 200,
	...rest,
	parameters,
	answer: bodyOf(answer),
	problems: [...refusals, ...problems],
});

interface Changing extends Reading {
	readonly request?: Contract;
	readonly status?: 200 | 201;
}

/** change is what a session asks with its token, and what is written to the audit log before it is done. */
const change = ({ request, status = 200, problems = [], ...rest }: Changing): Operation => ({
	...read({ ...rest, problems: [...ofBodies, ...problems] }),
	parameters: [...(rest.parameters ?? []), csrf],
	status,
	...(request ? { request: bodyOf(request) } : {}),
});

const accounts = {
	'/v1/admin/accounts': {
		get: read({ id: 'listAccounts', summary: 'Les comptes et les invitations', answer: 'AccountList' }),
	},
	'/v1/admin/accounts/{id}/grants': {
		post: change({
			id: 'addGrant',
			summary: 'Rôle donné à un compte',
			parameters: [id],
			request: 'GrantChange',
			answer: 'GrantsNow',
			problems: ['not_found'],
		}),
		delete: change({
			id: 'removeGrant',
			summary: 'Rôle retiré à un compte ; le dernier administrateur le reste',
			parameters: [id],
			request: 'GrantChange',
			answer: 'GrantsNow',
			problems: ['not_found', 'last_administrator'],
		}),
	},
	'/v1/admin/accounts/{id}/close': {
		post: change({
			id: 'closeAccount',
			summary: 'Compte fermé ; le dernier administrateur le reste',
			parameters: [id],
			answer: 'AccountClosed',
			problems: ['not_found', 'last_administrator'],
		}),
	},
	'/v1/admin/invitations': {
		post: change({
			id: 'inviteAccount',
			summary: 'Invitation créée : son lien n’est montré qu’ici',
			request: 'InvitationOrder',
			status: 201,
			answer: 'InvitationIssued',
		}),
	},
	'/v1/admin/invitations/{id}': {
		delete: change({
			id: 'revokeInvitation',
			summary: 'Invitation révoquée',
			parameters: [id],
			answer: 'Revoked',
			problems: ['not_found'],
		}),
	},
	'/v1/admin/audit': {
		get: read({
			id: 'searchAudit',
			summary: 'Qui a fait quoi, sur quoi, du plus récent au plus ancien',
			parameters: [
				inQuery('action', 'Ce qui a été fait', { type: 'string', enum: Object.keys(auditedActions) }),
				inQuery('account', 'Le compte qui l’a fait'),
				inQuery('target', 'Ce à quoi cela a été fait'),
				inQuery('before', 'Avant cet instant : celui de la dernière entrée lue', {
					type: 'string',
					format: 'date-time',
				}),
				inQuery('beforeId', 'Avec `before` : l’identifiant de la dernière entrée lue', {
					type: 'string',
					format: 'uuid',
				}),
			],
			answer: 'AuditPage',
			problems: ['invalid_request'],
		}),
	},
} as const;

const structures = {
	'/v1/admin/structures': {
		get: read({ id: 'listStructures', summary: 'Les structures', answer: 'StructureList' }),
		post: change({
			id: 'writeStructure',
			summary: 'Structure créée ou changée',
			request: 'StructureDraft',
			status: 201,
			answer: 'StructureWritten',
		}),
	},
	'/v1/admin/structures/{id}/links': {
		post: change({
			id: 'makeLink',
			summary: 'Lien d’inscription créé : il n’est montré qu’ici',
			parameters: [id],
			request: 'LinkOrder',
			status: 201,
			answer: 'LinkIssued',
			problems: ['not_found', 'structure_inactive'],
		}),
	},
	'/v1/admin/structures/{id}/revoke-devices': {
		post: change({
			id: 'revokeDevices',
			summary: 'Tous les appareils d’une structure révoqués',
			parameters: [id],
			answer: 'StructureWritten',
			problems: ['not_found'],
		}),
	},
	'/v1/admin/devices/{id}/revoke': {
		post: change({
			id: 'revokeDevice',
			summary: 'Un appareil révoqué',
			parameters: [id],
			answer: 'Revoked',
		}),
	},
	'/v1/admin/links': {
		get: read({ id: 'listLinks', summary: 'Les liens, sans leur secret', answer: 'LinkList' }),
	},
	'/v1/admin/links/{id}': {
		delete: change({
			id: 'revokeLink',
			summary: 'Lien révoqué',
			parameters: [id],
			answer: 'Revoked',
			problems: ['not_found'],
		}),
	},
	'/v1/admin/api-keys': {
		get: read({ id: 'listKeys', summary: 'Les clés d’API, sans leur secret', answer: 'ApiKeyList' }),
		post: change({
			id: 'makeKey',
			summary: 'Clé d’API créée : elle n’est montrée qu’ici',
			request: 'ApiKeyOrder',
			status: 201,
			answer: 'ApiKeyIssued',
			problems: ['not_found', 'structure_inactive'],
		}),
	},
	'/v1/admin/api-keys/{id}/rotate': {
		post: change({
			id: 'rotateKey',
			summary: 'Nouvelle clé ; l’ancienne sert encore quelques jours',
			parameters: [id],
			request: 'KeyRotation',
			status: 201,
			answer: 'ApiKeyIssued',
			problems: ['not_found', 'structure_inactive'],
		}),
	},
	'/v1/admin/api-keys/{id}': {
		delete: change({
			id: 'revokeKey',
			summary: 'Clé révoquée',
			parameters: [id],
			answer: 'Revoked',
			problems: ['not_found'],
		}),
	},
} as const;

const letters = {
	'/v1/admin/dead-letters': {
		get: read({
			id: 'listDeadLetters',
			summary: 'Ce qui n’a pu être rangé : combien, pourquoi, et où ; jamais ce qui y est',
			parameters: [
				inQuery('reason', 'La raison', { type: 'string', enum: [...DeadReason.options, 'unknown'] }),
			],
			answer: 'DeadLetters',
			problems: ['invalid_request'],
		}),
	},
	'/v1/admin/dead-letters/replay': {
		post: change({
			id: 'replayDeadLetters',
			summary: 'Lettres remises parmi les événements, autant que cette version sait en lire',
			description: 'Sans `dryRun: false`, rien n’est fait : la réponse dit ce qui le serait.',
			request: 'ReplayOrder',
			answer: 'ReplayDone',
		}),
	},
	'/v1/admin/dead-letters/drop': {
		post: change({
			id: 'dropDeadLetters',
			summary: 'Lettres abandonnées ; il faut dire lesquelles',
			description: 'Sans `dryRun: false`, rien n’est fait : la réponse dit ce qui le serait.',
			request: 'DropOrder',
			answer: 'DropDone',
		}),
	},
} as const;

const curation = {
	'/v1/admin/comments': {
		get: read({
			id: 'readComments',
			summary: 'Les commentaires d’alertes, page par page, les derniers d’abord : les curateurs seuls',
			description:
				'Chaque page lue est écrite au journal avant de l’être. Un commentaire est effacé à 30 jours. Aucun export.',
			parameters: [inQuery('before', 'La place où la page précédente finissait : son `before`')],
			answer: 'CommentPage',
			problems: ['invalid_request'],
		}),
	},
	'/v1/admin/proposals': {
		get: read({
			id: 'listProposals',
			summary: 'Les plateformes proposées, ce qui attend d’abord : les curateurs seuls',
			description: 'Combien de structures : une tranche, jamais un nombre, et jamais lesquelles.',
			answer: 'ProposalList',
		}),
	},
	'/v1/admin/proposals/{id}/decision': {
		post: change({
			id: 'decideProposal',
			summary: 'Décision d’un curateur ; elle peut être reprise',
			parameters: [id],
			request: 'ProposalDecision',
			answer: 'ProposalDecided',
			problems: ['not_found'],
		}),
	},
} as const;

const bodies = {
	'/v1/bodies/{body}/settings': {
		get: read({
			id: 'readBodySettings',
			summary: 'Où vont les signalements d’un organisme',
			parameters: [body],
			answer: 'BodySettings',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/deliveries': {
		get: read({
			id: 'listDeliveries',
			summary: 'Comment les derniers envois d’un organisme ont fini',
			parameters: [body],
			answer: 'DeliveryLog',
		}),
	},
	'/v1/bodies/{body}/keys/{id}/rotate': {
		post: change({
			id: 'rotateBodyKey',
			summary: 'Nouvelle clé d’un organisme ; l’ancienne sert encore quelques jours',
			parameters: [body, id],
			request: 'KeyRotation',
			status: 201,
			answer: 'ApiKeyIssued',
			problems: ['not_found', 'structure_inactive'],
		}),
	},
	'/v1/admin/sendings': {
		get: read({
			id: 'readSendingStates',
			summary: 'Les organismes qui ont un signalement ouvert, et si quelqu’un y est prévenu',
			answer: 'SendingStates',
		}),
	},
	'/v1/bodies/{body}/recipients': {
		post: change({
			id: 'addRecipient',
			summary: 'Boîte aux lettres ajoutée',
			parameters: [body],
			request: 'RecipientDraft',
			status: 201,
			answer: 'Recipient',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/recipients/{id}': {
		delete: change({
			id: 'removeRecipient',
			summary: 'Boîte aux lettres retirée',
			parameters: [body, id],
			answer: 'Recipient',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/recipients/{id}/test': {
		post: change({
			id: 'testRecipient',
			summary: 'Essai envoyé à une boîte aux lettres',
			parameters: [body, id],
			answer: 'TestSending',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/webhooks': {
		post: change({
			id: 'addWebhook',
			summary: 'Webhook ajouté : son secret n’est montré qu’ici',
			parameters: [body],
			request: 'WebhookDraft',
			status: 201,
			answer: 'WebhookIssued',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/webhooks/{id}': {
		delete: change({
			id: 'removeWebhook',
			summary: 'Webhook retiré',
			parameters: [body, id],
			answer: 'Webhook',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/webhooks/{id}/rotate': {
		post: change({
			id: 'rotateWebhook',
			summary: 'Nouveau secret ; les deux signent quelques jours',
			parameters: [body, id],
			request: 'SecretRotation',
			answer: 'WebhookIssued',
			problems: ['not_found'],
		}),
	},
	'/v1/bodies/{body}/webhooks/{id}/test': {
		post: change({
			id: 'testWebhook',
			summary: 'Essai envoyé à un webhook',
			parameters: [body, id],
			answer: 'TestSending',
			problems: ['not_found'],
		}),
	},
} as const;

/** administrationRoutes are what an administrator does, what a curator does, and where a body's own people say that its reports go. */
export const administrationRoutes: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
	...accounts,
	...structures,
	...letters,
	...curation,
	...bodies,
};
