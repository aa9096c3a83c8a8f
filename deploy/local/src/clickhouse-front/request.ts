import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FrontError } from './errors.js';

/** FrontRequest is what one HTTP request asks, whatever the part of it that says so. */
export interface FrontRequest {
	readonly queryId: string;
	/** The text given in the address; the body is then the data of an insert. */
	readonly query: string | undefined;
	readonly database: string | undefined;
	readonly defaultFormat: string;
	readonly settings: ReadonlyMap<string, string>;
	readonly parameters: ReadonlyMap<string, string>;
	/** Whether the whole result must be known before the first byte is sent. */
	readonly waitsForEnd: boolean;
	readonly mayWrite: boolean;
	readonly wantsGzip: boolean;
}

const refusedNames: ReadonlyMap<string, string> = new Map([
	['session_id', 'HTTP sessions are not supported by the local front: each request stands alone.'],
	['session_timeout', 'HTTP sessions are not supported by the local front: each request stands alone.'],
	['session_check', 'HTTP sessions are not supported by the local front: each request stands alone.'],
	['role', 'Roles cannot be chosen: the user of a request decides its role.'],
	['user', 'Credentials are accepted in headers only, never in the address.'],
	['password', 'Credentials are accepted in headers only, never in the address.'],
	['compress', 'The native compression is not supported: use gzip.'],
	['decompress', 'The native compression is not supported: use gzip.'],
	['quota_key', 'Quotas are not supported by the local front.'],
]);

const notSettings: ReadonlySet<string> = new Set([
	'query',
	'query_id',
	'database',
	'default_format',
	'wait_end_of_query',
	'buffer_size',
]);

function isOn(value: string | null): boolean {
	return value === '1' || value === 'true';
}

/** readRequest reads the address and headers of a request; throws when it asks for what the front does not do. */
export function readRequest(request: IncomingMessage): FrontRequest {
	const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
	const settings = new Map<string, string>();
	const parameters = new Map<string, string>();
	for (const [name, value] of searchParams) {
		const refused = refusedNames.get(name);
		if (refused !== undefined) throw new FrontError('NOT_IMPLEMENTED', refused);
		if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
		else if (!notSettings.has(name)) settings.set(name, value);
	}
	const accepts = String(request.headers['accept-encoding'] ?? '').includes('gzip');
	const requestedFormat = request.headers['x-clickhouse-format'];
	return {
		queryId: searchParams.get('query_id') || randomUUID(),
		query: searchParams.get('query') || undefined,
		database: searchParams.get('database') || undefined,
		defaultFormat:
			searchParams.get('default_format') ||
			(typeof requestedFormat === 'string' ? requestedFormat : 'TabSeparated'),
		settings,
		parameters,
		waitsForEnd: isOn(searchParams.get('wait_end_of_query')),
		mayWrite: request.method === 'POST',
		wantsGzip: accepts && isOn(settings.get('enable_http_compression') ?? null),
	};
}
