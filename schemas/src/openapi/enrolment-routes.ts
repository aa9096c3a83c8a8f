import type { ProblemCode } from '../problem.js';
import { deviceExample, enrolmentExample, offerExample, questionExample } from './examples.js';
import type { Operation } from './operation.js';

const problems = [
	'malformed_json',
	'link_unknown',
	'link_expired',
	'link_revoked',
	'body_too_large',
	'unsupported_media_type',
	'invalid_request',
] as const satisfies readonly ProblemCode[];

/** enrolmentRoutes are how a device gets its token, from a link that its structure gave. */
export const enrolmentRoutes = {
	'/v1/enrolment': {
		post: {
			id: 'askEnrolment',
			tag: 'S’inscrire',
			summary: 'Ce qu’un lien d’inscription ouvre, avant d’accepter quoi que ce soit',
			request: { contract: 'EnrolmentQuestion', examples: { lien: questionExample } },
			status: 200,
			answer: { contract: 'EnrolmentOffer', examples: { structure: offerExample } },
			problems,
		},
	},
	'/v1/devices': {
		post: {
			id: 'enrolDevice',
			tag: 'S’inscrire',
			summary: 'Appareil inscrit : son jeton, que seul le navigateur garde',
			description:
				'Le jeton dit la structure, la famille de métiers et le département ; rien ne dit qui tient l’appareil.',
			request: { contract: 'Enrolment', examples: { 'charte acceptée': enrolmentExample } },
			status: 201,
			answer: { contract: 'Device', examples: { appareil: deviceExample } },
			problems,
		},
	},
} as const satisfies Readonly<Record<string, { readonly post: Operation }>>;
