import type { JsonObject } from '../json-schema.js';
import type { ProblemCode } from '../problem.js';
import { reportStateNames } from '../reports/states.js';
import { SignalLevel } from '../signal.js';
import type { Operation } from './operation.js';
import {
	answerFiguresExample,
	answerFiguresReply,
	commandExamples,
	publicReportsExample,
	reportDetailExample,
	reportListExample,
} from './report-examples.js';

const inQuery = (name: string, description: string, schema: JsonObject): JsonObject => ({
	name,
	in: 'query',
	description,
	schema,
});

const code: JsonObject = { type: 'string', pattern: '^[A-Z0-9_]{1,48}$' };

const filters = [
	inQuery('state', 'L’état', { type: 'string', enum: reportStateNames }),
	inQuery('platform', 'La plateforme', code),
	inQuery('level', 'Le niveau', { type: 'string', enum: SignalLevel.options }),
	inQuery('body', 'Qui doit répondre', code),
];

const reportParameter: JsonObject = {
	name: 'id',
	in: 'path',
	required: true,
	description: 'Le signalement',
	schema: { type: 'string', pattern: '^r-[0-9a-f]{24}$' },
};

const locked = {
	tag: 'Signalements',
	security: ['session', 'apiKey'],
	status: 200,
} as const satisfies Partial<Operation>;

const refusals = [
	'missing_credentials',
	'invalid_credentials',
	'expired_credentials',
	'revoked_credentials',
	'missing_scope',
	'forbidden',
] as const satisfies readonly ProblemCode[];

const get = {
	'/v1/reports': {
		get: {
			...locked,
			id: 'listReports',
			summary: 'Les signalements que l’appelant peut lire, ce qui presse d’abord',
			description:
				'Un organisme ne lit que les siens. Jamais un nombre : un niveau, une tranche de structures.',
			parameters: filters,
			answer: { contract: 'ReportList', examples: { liste: reportListExample } },
			problems: [...refusals, 'invalid_request'],
		},
	},
	'/v1/reports/public': {
		get: {
			tag: 'Signalements',
			id: 'readPublicReports',
			summary: 'Les signalements ouverts ou clos depuis peu, tels que chacun peut les lire',
			description:
				'Sans compte : ce qu’un organisme a répondu, promis, publié comme contournement. Rien n’y dit qui a déclaré.',
			status: 200,
			answer: { contract: 'PublicReports', examples: { liste: publicReportsExample } },
			problems: [],
		},
	},
	'/v1/reports/answers': {
		get: {
			tag: 'Signalements',
			id: 'readAnswerFigures',
			summary: 'Comment chaque organisme répond : délais, retards, réouvertures, sur un an',
			description:
				'Compté sur la vie publique des signalements, en jours ouvrés ; les organismes sont dans l’ordre de la liste, jamais de leurs chiffres. `doneByDay[d]` : combien ont été faits en d jours ouvrés au plus.',
			status: 200,
			answer: { contract: 'AnswerFigures', examples: { chiffres: answerFiguresExample } },
			problems: [],
		},
	},
	'/v1/reports/{id}': {
		get: {
			...locked,
			id: 'readReport',
			summary: 'Un signalement, sa vie, et ce que l’appelant peut en faire maintenant',
			description: 'La première lecture par l’organisme est écrite dans la vie du signalement : « vu ».',
			parameters: [reportParameter],
			answer: { contract: 'ReportDetail', examples: { signalement: reportDetailExample } },
			problems: [...refusals, 'not_found', 'invalid_request'],
		},
	},
	'/v1/reports/{id}/report.pdf': {
		get: {
			...locked,
			id: 'printReport',
			summary: 'Un signalement sur une page A4',
			parameters: [reportParameter],
			answer: { binary: 'application/pdf' },
			problems: [...refusals, 'not_found', 'invalid_request'],
		},
	},
} as const satisfies Readonly<Record<string, { readonly get: Operation }>>;

const post = {
	'/v1/reports/{id}/commands': {
		post: {
			...locked,
			id: 'commandReport',
			summary: 'Réponse écrite dans la vie du signalement, que voici après elle',
			description:
				'`expectedVersion` est la version lue : si le signalement a changé depuis, 409 et rien n’est fait. Un texte est publié sous le nom de l’organisme ; il est refusé au premier signe d’une donnée personnelle.',
			parameters: [reportParameter],
			request: { contract: 'ReportCommand', examples: commandExamples },
			answer: { contract: 'ReportDetail', examples: { signalement: reportDetailExample } },
			problems: [
				...refusals,
				'malformed_json',
				'body_too_large',
				'unsupported_media_type',
				'not_found',
				'stale_version',
				'invalid_request',
				'wrong_state',
				'report_closed',
				'reassigned_twice',
			],
		},
	},
} as const satisfies Readonly<Record<string, { readonly post: Operation }>>;

const replyBody: JsonObject = {
	name: 'body',
	in: 'path',
	required: true,
	description: 'L’organisme',
	schema: { type: 'string', pattern: '^[A-Z0-9_]{1,48}$' },
};

const reply = {
	'/v1/bodies/{body}/reply': {
		put: {
			...locked,
			id: 'writeReply',
			summary: 'Droit de réponse d’un organisme sur ses propres chiffres, publié à côté d’eux sous son nom',
			description: 'Au plus 500 caractères, refusés au premier signe d’une donnée personnelle.',
			parameters: [replyBody],
			request: { contract: 'BodyReplyDraft', examples: { réponse: { text: answerFiguresReply } } },
			answer: {
				contract: 'BodyReplyKept',
				examples: { publiée: { body: 'CNAF', reply: { text: answerFiguresReply, on: '2026-11-18' } } },
			},
			problems: [
				...refusals,
				'csrf_refused',
				'malformed_json',
				'body_too_large',
				'unsupported_media_type',
				'not_found',
				'invalid_request',
			],
		},
		delete: {
			...locked,
			id: 'withdrawReply',
			summary: 'L’organisme retire son droit de réponse',
			parameters: [replyBody],
			answer: { contract: 'BodyReplyKept', examples: { retirée: { body: 'CNAF', reply: null } } },
			problems: [...refusals, 'csrf_refused', 'not_found'],
		},
	},
} as const satisfies Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** reportRoutes are how a report is followed and answered: by its body, by a machine of its, and by everyone. */
export const reportRoutes = { ...get, ...post, ...reply } as const;
