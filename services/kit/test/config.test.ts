import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Redis } from 'ioredis';
import { expect, it } from 'vitest';
import { z } from 'zod';
import {
	ConfigError,
	clickhouseShape,
	kafkaShape,
	parseConfig,
	port,
	realClockStands,
	redisShape,
	worldShape,
} from '../src/config.js';
import { trustOf } from '../src/redis.js';
import { certificateOf } from '../src/server-certificate.js';

const Config = z
	.object({
		...worldShape,
		...kafkaShape,
		...redisShape,
		...clickhouseShape('loader'),
		VIGIE_PORT: port(8080),
		VIGIE_KEYS: z.string().min(1),
	})
	.refine(...realClockStands);

const refusalOf = (env: NodeJS.ProcessEnv): string => {
	try {
		parseConfig(Config, env);
	} catch (err) {
		if (err instanceof ConfigError) return err.message;
		throw err;
	}
	return '';
};

it('only what has no default must be set, and the defaults are those of one machine', () => {
	expect(parseConfig(Config, { VIGIE_KEYS: '/keys' })).toEqual({
		VIGIE_WORLD: 'demo',
		VIGIE_DEMO_SEED: 'vigie-demo-1',
		VIGIE_CLOCK_OFFSET_MS: 0,
		VIGIE_HOST: '127.0.0.1',
		LOG_LEVEL: 'info',
		VIGIE_CA: '',
		KAFKA_SECURITY: 'clear',
		KAFKA_USER: '',
		KAFKA_PASSWORD: '',
		KAFKA_BROKERS: '127.0.0.1:19092',
		VIGIE_TOPIC_PREFIX: '',
		REDIS_URL: 'redis://127.0.0.1:16379',
		CLICKHOUSE_URL: 'http://127.0.0.1:18123',
		CLICKHOUSE_USER: 'loader',
		CLICKHOUSE_PASSWORD: '',
		VIGIE_PORT: 8080,
		VIGIE_KEYS: '/keys',
	});
});

it('every bad variable is named at once, and no value is repeated', () => {
	const message = refusalOf({
		VIGIE_PORT: 'secret-1',
		KAFKA_BROKERS: 'secret-2',
		CLICKHOUSE_URL: 'secret-3',
		VIGIE_WORLD: 'secret-4',
		LOG_LEVEL: 'secret-5',
		VIGIE_TOPIC_PREFIX: 'SECRET-6',
		REDIS_URL: 'secret-7',
		VIGIE_CA: '/secret-8',
		KAFKA_SECURITY: 'secret-9',
	});

	for (const name of [
		'VIGIE_PORT',
		'KAFKA_BROKERS',
		'CLICKHOUSE_URL',
		'VIGIE_WORLD',
		'LOG_LEVEL',
		'VIGIE_TOPIC_PREFIX',
		'REDIS_URL',
		'VIGIE_CA',
		'KAFKA_SECURITY',
		'VIGIE_KEYS',
	])
		expect(message).toContain(`${name}:`);
	expect(message).not.toMatch(/secret/i);
});

it('what was read cannot be changed', () => {
	const config = parseConfig(Config, { VIGIE_KEYS: '/keys' });

	expect(() => Object.assign(config, { VIGIE_PORT: 1 })).toThrow(TypeError);
	expect(config.VIGIE_PORT).toBe(8080);
});

it('a variable set to nothing counts as not set: an empty port is not port 0', () => {
	expect(parseConfig(Config, { VIGIE_KEYS: '/keys', VIGIE_PORT: '' }).VIGIE_PORT).toBe(8080);
	expect(refusalOf({ VIGIE_KEYS: '' })).toContain('VIGIE_KEYS:');
});

it.each(['-1', '65536', '80.5', 'http', 'NaN'])('%s is no port', (value) => {
	expect(refusalOf({ VIGIE_KEYS: '/keys', VIGIE_PORT: value })).toContain('VIGIE_PORT:');
});

it.each([
	['a:1', true],
	['a:1,b:2', true],
	['a', false],
	['a:1,', false],
	['a:1 ,b:2', false],
	['kafka://a:1', false],
])('the brokers "%s" are usable: %s', (brokers, usable) => {
	expect(refusalOf({ VIGIE_KEYS: '/keys', KAFKA_BROKERS: brokers }) === '').toBe(usable);
});

it('the clock of a demonstration may be moved, that of a real world may not', () => {
	const moved = { VIGIE_KEYS: '/keys', VIGIE_CLOCK_OFFSET_MS: '3600000' };

	expect(refusalOf(moved)).toBe('');
	expect(refusalOf({ ...moved, VIGIE_WORLD: 'real' })).toContain('VIGIE_CLOCK_OFFSET_MS:');
	expect(refusalOf({ VIGIE_KEYS: '/keys', VIGIE_WORLD: 'real' })).toBe('');
});

it('a file that holds no certificate is refused, and so is a certificate without its key', async () => {
	const file = join(await mkdtemp(join(tmpdir(), 'vigie-pem-')), 'ca.pem');
	await writeFile(file, 'no certificate');

	expect(refusalOf({ VIGIE_KEYS: '/keys', VIGIE_CA: file })).toContain('VIGIE_CA:');
	expect(() => certificateOf({ VIGIE_TLS_CERT: 'a certificate', VIGIE_TLS_KEY: '' })).toThrow(ConfigError);
	expect(() => certificateOf({ VIGIE_TLS_CERT: '', VIGIE_TLS_KEY: 'a key' })).toThrow(ConfigError);
	expect(certificateOf({ VIGIE_TLS_CERT: '', VIGIE_TLS_KEY: '' })).toBeNull();
	await rm(dirname(file), { recursive: true });
});

it.each([
	['REDIS_URL', 'redis://h:1', true],
	['REDIS_URL', 'REDISS://u:p@h:1/2', true],
	['REDIS_URL', 'rediss://h?tls=', false],
	['REDIS_URL', 'rediss://h?tls=x', false],
	['REDIS_URL', 'rediss://h/0?family=6', false],
	['REDIS_URL', 'https://h', false],
	['CLICKHOUSE_URL', 'HTTPS://h:8443', true],
	['CLICKHOUSE_URL', 'https://h:8443/?log_level=TRACE', false],
	['CLICKHOUSE_URL', 'tcp://h:9000', false],
])(
	'%s "%s" is usable, as nothing in it says how it is spoken to but its protocol: %s',
	(name, url, usable) => {
		const message = refusalOf({ VIGIE_KEYS: '/keys', [name]: url });

		expect(message.includes(`${name}:`)).toBe(!usable);
	},
);

it.each([
	['REDISS://h', '', {}],
	['rediss://h', '', {}],
	['Rediss://h', 'pem', { ca: 'pem' }],
	['redis://h', 'pem', undefined],
])('%s is spoken to over TLS by its protocol, whoever vouches for it', (REDIS_URL, VIGIE_CA, tls) => {
	const redis = new Redis(REDIS_URL, { ...trustOf({ REDIS_URL, VIGIE_CA }), lazyConnect: true });

	expect(redis.options.tls).toEqual(tls);
});

it.each([
	[{ KAFKA_SECURITY: 'tls+plain' }, ['KAFKA_USER', 'KAFKA_PASSWORD']],
	[{ KAFKA_SECURITY: 'tls+scram-sha-512', KAFKA_USER: '', KAFKA_PASSWORD: 'p' }, ['KAFKA_USER']],
	[{ KAFKA_SECURITY: 'tls+scram-sha-256', KAFKA_USER: 'u' }, ['KAFKA_PASSWORD']],
	[{ KAFKA_SECURITY: 'tls', KAFKA_USER: 'u', KAFKA_PASSWORD: 'p' }, ['KAFKA_USER', 'KAFKA_PASSWORD']],
	[{ KAFKA_SECURITY: 'clear', KAFKA_USER: 'u' }, ['KAFKA_USER']],
	[{ KAFKA_PASSWORD: 'p' }, ['KAFKA_PASSWORD']],
	[{ KAFKA_SECURITY: 'tls+plain', KAFKA_USER: 'u', KAFKA_PASSWORD: 'p' }, []],
	[{ KAFKA_SECURITY: 'tls', KAFKA_USER: '', KAFKA_PASSWORD: '' }, []],
])('a name and a password go to brokers that ask for them, and are needed there: %o', (kafka, named) => {
	const message = refusalOf({ VIGIE_KEYS: '/keys', ...kafka });

	expect([...message.matchAll(/(KAFKA_\w+): /g)].map(([, name]) => name)).toEqual(named);
});

it('no service starts that would take any certificate', () => {
	const env = { VIGIE_KEYS: '/keys', NODE_TLS_REJECT_UNAUTHORIZED: '0' };

	expect(refusalOf(env)).toContain('NODE_TLS_REJECT_UNAUTHORIZED: must not be 0');
	expect(refusalOf({ ...env, VIGIE_PORT: 'x' })).toMatch(/VIGIE_PORT:.*NODE_TLS_REJECT_UNAUTHORIZED:/s);
	expect(refusalOf({ ...env, NODE_TLS_REJECT_UNAUTHORIZED: '1' })).toBe('');
});
