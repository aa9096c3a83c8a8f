import { BATCH_LIMIT } from '../http.js';
import type { ProblemCode } from '../problem.js';
import { batchReceiptExample, eventExamples, receiptExample } from './examples.js';
import type { Operation } from './operation.js';

/** sendingProblems are what any way in of the field may answer. */
export const sendingProblems = [
	'malformed_json',
	'missing_credentials',
	'invalid_credentials',
	'revoked_credentials',
	'expired_credentials',
	'missing_scope',
	'body_too_large',
	'unsupported_media_type',
	'invalid_request',
] as const satisfies readonly ProblemCode[];

/** eventRoutes are the ways in: one declaration, or a batch. */
export const eventRoutes = {
	'/v1/events': {
		post: {
			id: 'sendEvent',
			tag: 'Déclarer',
			summary: 'Déclaration enregistrée, répliquée avant que cette réponse ne parte',
			description:
				'L’identifiant, un UUID v4 fait par l’appelant, rend l’envoi répétable : le renvoyer donne le même accusé. Une précision ou une annulation est une révision, qui porte l’état entier. Un champ que le contrat ne connaît pas est refusé.',
			security: ['device', 'apiKey'],
			request: { contract: 'Event', examples: eventExamples },
			status: 202,
			answer: { contract: 'Receipt', examples: { reçue: receiptExample } },
			problems: [...sendingProblems, 'conflict'],
		},
	},
	'/v1/events/batch': {
		post: {
			id: 'sendEventBatch',
			tag: 'Déclarer',
			summary: 'Lot jugé, chaque déclaration seule ; les acceptées sont enregistrées',
			description: `Au plus ${BATCH_LIMIT} déclarations, avec une clé d’API. Une déclaration refusée n’empêche pas les autres ; elle est nommée par sa place dans le lot.`,
			security: ['apiKey'],
			request: {
				contract: 'EventBatch',
				examples: { lot: { events: [eventExamples.alerte, eventExamples['échec de démarche']] } },
			},
			status: 202,
			answer: { contract: 'BatchReceipt', examples: { 'une refusée': batchReceiptExample } },
			problems: sendingProblems,
		},
	},
} as const satisfies Readonly<Record<string, { readonly post: Operation }>>;
