import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '@vigie/api/config';
import { type Networks, start } from '@vigie/api/start';
import { closeInOrder } from '@vigie/kit/lifecycle';
import { createLogger } from '@vigie/kit/logger';
import { Problem } from '@vigie/schemas/problem';
import { cleanUp } from '@vigie/test/cleanup';
import { type TestClickHouse, useTopics } from '@vigie/test/engines';
import type { z } from 'zod';

const logger = createLogger('api-test', 'silent');

export const ADMIN_TOKEN = 'a'.repeat(64);
/** COMMENT_KEY is what comments are sealed with. */
export const COMMENT_KEY = Buffer.alloc(32, 9);

export interface Api {
	readonly url: string;
	readonly keys: string;
	readonly brokers: string;
	readonly prefix: string;
	get(path: string, headers?: Record<string, string>): Promise<Response>;
	post(path: string, body: unknown): Promise<Response>;
	/** admin calls an administration route, with the token. */
	admin(method: 'POST' | 'DELETE', path: string, body?: unknown): Promise<Response>;
}

/** writeDeviceKey makes a pair of device keys in a key directory. */
export const writeDeviceKey = async (keys: string, kid: string): Promise<void> => {
	const pair = generateKeyPairSync('ed25519');
	const about = { kid, alg: 'EdDSA', use: 'sig' };
	for (const half of ['public', 'private'] as const) {
		const jwk = { ...pair[`${half}Key`].export({ format: 'jwk' }), ...about };
		await writeFile(join(keys, `device-${kid}.${half}.jwk`), JSON.stringify(jwk));
	}
};

/** useApi starts an api on topics and keys of its own, and the given store. */
export const useApi = async (
	clickhouse: TestClickHouse,
	env: NodeJS.ProcessEnv = {},
	networks: Networks = {},
): Promise<Api> => {
	const { brokers, prefix } = await useTopics();
	const keys = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(keys, { recursive: true, force: true }));
	await writeFile(join(keys, 'admin.token'), `${ADMIN_TOKEN}\n`);
	await writeFile(join(keys, 'session.key'), `${'5'.repeat(64)}\n`);
	await writeFile(join(keys, 'attestations.key'), `${'7'.repeat(64)}\n`);
	await writeFile(join(keys, 'comments.key'), `${COMMENT_KEY.toString('hex')}\n`);
	await writeDeviceKey(keys, 'first');
	const config = readConfig({
		...clickhouse.configOf('api'),
		KAFKA_BROKERS: brokers,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: keys,
		VIGIE_API_PORT: '0',
		LOG_LEVEL: 'silent',
		...env,
	});
	const { url, closings } = await start(config, logger, networks);
	cleanUp(() => closeInOrder(closings, logger));
	const send = (method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
		fetch(new URL(path, url), {
			method,
			headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
	return {
		url,
		keys,
		brokers,
		prefix,
		get: (path, headers) => send('GET', path, undefined, headers),
		post: (path, body) => send('POST', path, body),
		admin: (method, path, body) => send(method, path, body, { authorization: `Bearer ${ADMIN_TOKEN}` }),
	};
};

/** readAs parses an answer with its contract: a field too many or too few fails. */
export const readAs = async <Schema extends z.ZodType>(
	response: Response,
	schema: Schema,
): Promise<z.infer<Schema>> => schema.parse(await response.json());

/** codeOf reads the code of a problem document, and checks that it is one. */
export const codeOf = async (response: Response): Promise<string> => {
	if (!response.headers.get('content-type')?.startsWith('application/problem+json'))
		throw new Error('not a problem document');
	return (await readAs(response, Problem)).code;
};

/** structure is a structure as an administrator writes it. */
export const structure = {
	id: 'ccas-vigie',
	label: 'CCAS de Vigie',
	organisation: 'ville-vigie',
	family: 'DEPARTEMENT',
	departement: '35',
	body: null,
} as const;
