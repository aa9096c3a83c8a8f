import type { JsonObject } from '../json-schema.js';
import type { ProblemCode } from '../problem.js';
import type { Operation } from './operation.js';

const draft: JsonObject = {
	platform: 'CAF_MON_COMPTE',
	what: 'maintenance',
	from: '2026-11-20T21:00:00Z',
	until: '2026-11-21T04:00:00Z',
};
const maintenance: JsonObject = {
	id: '0f3c9a7e51b2',
	body: 'CNAF',
	...draft,
	declaredAt: '2026-11-18T09:12:00Z',
};

const inPath = (name: string, description: string, pattern: string): JsonObject => ({
	name,
	in: 'path',
	required: true,
	description,
	schema: { type: 'string', pattern },
});
const body = inPath('body', 'L’organisme qui répond de la plateforme', '^[A-Z0-9_]{1,48}$');

const locked = {
	tag: 'Maintenances',
	security: ['session', 'apiKey'],
} as const satisfies Partial<Operation>;

const refusals = [
	'missing_credentials',
	'invalid_credentials',
	'revoked_credentials',
	'expired_credentials',
	'forbidden',
	'csrf_refused',
	'not_found',
] as const satisfies readonly ProblemCode[];

/** maintenanceRoutes are how a body says beforehand that it stops a platform, or puts a version in service, and how everyone reads it. */
export const maintenanceRoutes = {
	'/v1/maintenances': {
		get: {
			id: 'listMaintenances',
			tag: 'Maintenances',
			summary: 'Ce que les organismes ont annoncé : arrêts prévus et mises en service',
			description: 'À venir, en cours, et depuis deux ans ; la dernière d’abord.',
			status: 200,
			answer: {
				contract: 'Maintenances',
				examples: { liste: { world: 'demo', now: '2026-11-18T09:12:00Z', maintenances: [maintenance] } },
			},
			problems: [],
		},
	},
	'/v1/bodies/{body}/maintenances': {
		post: {
			...locked,
			id: 'declareMaintenance',
			summary: 'Un arrêt prévu, ou une mise en service, d’une plateforme de l’organisme',
			description:
				'Pendant un arrêt prévu, la tuile de la plateforme dit « maintenance annoncée » et non « perturbation » : il s’annonce avant, et dure trois jours au plus. Une mise en service peut se dire jusqu’à treize semaines après ; elle sert à comparer avant et après. La même annonce, envoyée deux fois, n’est écrite qu’une fois.',
			parameters: [body],
			request: { contract: 'MaintenanceDraft', examples: { 'arrêt prévu': draft } },
			status: 201,
			answer: { contract: 'Maintenance', examples: { annonce: maintenance } },
			problems: [
				...refusals,
				'malformed_json',
				'body_too_large',
				'unsupported_media_type',
				'invalid_request',
			],
		},
	},
	'/v1/bodies/{body}/maintenances/{id}': {
		delete: {
			...locked,
			id: 'endMaintenance',
			summary: 'L’annonce n’a plus cours : annulée si elle n’a pas commencé, finie maintenant sinon',
			parameters: [body, inPath('id', 'L’annonce', '^[a-z0-9-]{1,64}$')],
			status: 200,
			answer: {
				contract: 'MaintenanceEnded',
				examples: { annulée: { id: '0f3c9a7e51b2', outcome: 'cancelled' } },
			},
			problems: [...refusals, 'maintenance_over', 'invalid_request'],
		},
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Operation>>>>;
