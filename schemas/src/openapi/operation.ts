import { type JsonObject, schemaRef } from '../json-schema.js';
import { type ProblemCode, problemOf, problems } from '../problem.js';
import type { ContractName } from './contracts.js';

/** Body is what travels: JSON under a contract, or a text such as CSV. */
export type Body =
	| { readonly contract: ContractName; readonly examples: JsonObject }
	| { readonly text: 'text/csv'; readonly example: string }
	| { readonly binary: 'application/vnd.apache.parquet' | 'application/pdf' }
	| { readonly document: 'OpenAPI' | 'AsyncAPI' };

/** Operation is one route, said shortly; operationObject writes it out. */
export interface Operation {
	readonly id: string;
	readonly tag:
		| 'Déclarer'
		| 'S’inscrire'
		| 'Publications'
		| 'Signalements'
		| 'Maintenances'
		| 'Attestations'
		| 'Comptes'
		| 'Administrer'
		| 'Références';
	readonly summary: string;
	readonly description?: string;
	/** Which credentials open it: one is enough. None given: open to all. */
	readonly security?: readonly ('device' | 'apiKey' | 'session')[];
	readonly parameters?: readonly JsonObject[];
	readonly request?: Body;
	readonly status: 200 | 201 | 202 | 302;
	/** None: the answer is a redirection, to the address in `Location`. */
	readonly answer?: Body;
	/** True when the answer carries an ETag, and 304 answers a caller who has it. */
	readonly cached?: boolean;
	readonly problems: readonly ProblemCode[];
	/** True when a person comes here by a link of elsewhere: what is refused is a page, and not a problem document. */
	readonly refusedByPage?: boolean;
}

/** byAddress holds what any address with a part of its own may answer: that part names nothing. */
const byAddress = ['not_found'] as const satisfies readonly ProblemCode[];

/** always holds what any route may answer. */
const always = ['too_many_requests', 'internal', 'unavailable'] as const satisfies readonly ProblemCode[];

const contentOf = (body: Body): JsonObject => {
	if ('text' in body) return { [body.text]: { schema: { type: 'string' }, example: body.example } };
	if ('binary' in body) return { [body.binary]: { schema: { type: 'string', format: 'binary' } } };
	if ('document' in body)
		return { 'application/json': { schema: { type: 'object', description: `Document ${body.document}` } } };
	const examples = Object.fromEntries(
		Object.entries(body.examples).map(([name, value]) => [name, { value }]),
	);
	return { 'application/json': { schema: schemaRef(body.contract), examples } };
};

const headersOf = (status: number): JsonObject => {
	if (status === 401) return { 'WWW-Authenticate': { $ref: '#/components/headers/WWW-Authenticate' } };
	if (status === 429 || status === 503)
		return { 'Retry-After': { $ref: '#/components/headers/Retry-After' } };
	return {};
};

const fieldsAtFault: JsonObject = { errors: [{ path: 'platform', code: 'unknown_code' }] };

/** Of what a page tells: not our own error, and not that too much was asked. */
const neverPages: readonly number[] = [429, 500];

const problemResponse = (status: number, codes: readonly ProblemCode[], isPage: boolean): JsonObject => {
	const examples = codes.map((code) => [
		code,
		{ value: { ...problemOf(code), ...(code === 'invalid_request' ? fieldsAtFault : {}) } },
	]);
	return {
		description: codes.map((code) => problems[code].title).join(' ; '),
		headers: headersOf(status),
		content:
			isPage && !neverPages.includes(status)
				? { 'text/html': { schema: { type: 'string' } } }
				: {
						'application/problem+json': {
							schema: schemaRef('Problem'),
							examples: Object.fromEntries(examples),
						},
					},
	};
};

const problemResponses = (codes: readonly ProblemCode[], isPage: boolean): JsonObject => {
	const statuses = [...new Set(codes.map((code) => problems[code].status))].sort((a, b) => a - b);
	return Object.fromEntries(
		statuses.map((status) => [
			String(status),
			problemResponse(
				status,
				codes.filter((code) => problems[code].status === status),
				isPage,
			),
		]),
	);
};

/** operationObject writes an operation of a path out: its answer, its cache, and each of its problems with an example. */
export const operationObject = (path: string, operation: Operation): JsonObject => {
	const {
		id,
		tag,
		summary,
		description,
		security,
		parameters = [],
		request,
		status,
		answer,
		cached,
	} = operation;
	const ifNoneMatch = cached ? [{ $ref: '#/components/parameters/IfNoneMatch' }] : [];
	const all = [...parameters, ...ifNoneMatch];
	return {
		operationId: id,
		tags: [tag],
		summary,
		...(description ? { description } : {}),
		security: (security ?? []).map((scheme) => ({ [scheme]: [] })),
		...(all.length > 0 ? { parameters: all } : {}),
		...(request ? { requestBody: { required: true, content: contentOf(request) } } : {}),
		responses: {
			[status]: {
				description: summary,
				...(cached ? { headers: { ETag: { $ref: '#/components/headers/ETag' } } } : {}),
				...(answer
					? { content: contentOf(answer) }
					: { headers: { Location: { $ref: '#/components/headers/Location' } } }),
			},
			...(cached ? { 304: { description: 'Inchangé depuis l’ETag donné' } } : {}),
			...problemResponses(
				[...new Set([...operation.problems, ...(path.includes('{') ? byAddress : []), ...always])],
				operation.refusedByPage ?? false,
			),
		},
	};
};
