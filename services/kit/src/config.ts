import { z } from 'zod';
import { pemFile } from './pem-file.js';

/** ConfigError lists every problem of the environment at once, by variable; never a value, which may be a secret. */
export class ConfigError extends Error {
	override name = 'ConfigError';
}

/** problemsOf finds what no schema of a single variable shows; it gives the lines of a ConfigError. */
const problemsOf = (env: NodeJS.ProcessEnv): string[] => {
	const asked = env.KAFKA_SECURITY?.startsWith('tls+') ?? false;
	const problem = asked
		? 'must be set: KAFKA_SECURITY has brokers ask for it'
		: 'would not be used: KAFKA_SECURITY does not say how it is proven, as tls+plain does';
	const names = ['KAFKA_USER', 'KAFKA_PASSWORD'].filter((name) => (env[name] !== undefined) !== asked);
	return [
		...names.map((name) => `  ${name}: ${problem}`),
		// Node reads it by itself, at every connection of the process.
		...(env.NODE_TLS_REJECT_UNAUTHORIZED === '0'
			? [
					'  NODE_TLS_REJECT_UNAUTHORIZED: must not be 0: certificates are always judged; VIGIE_CA names who vouches',
				]
			: []),
	];
};

/**
 * parseConfig reads the environment once into a frozen object, or throws a ConfigError naming every bad variable. A variable
 * that is set to nothing counts as not set: compose files do so, and an empty port would be port 0.
 */
export const parseConfig = <Schema extends z.ZodType>(
	schema: Schema,
	env: NodeJS.ProcessEnv,
): Readonly<z.infer<Schema>> => {
	const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
	const result = schema.safeParse(said);
	const issues = result.error?.issues ?? [];
	const lines = [
		...issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`),
		...problemsOf(said),
	];
	if (result.success && lines.length === 0) return Object.freeze(result.data);
	throw new ConfigError(`the environment is not usable:\n${lines.join('\n')}`);
};

/** port describes a TCP port variable with its default; 0 lets the system choose. */
export const port = (fallback: number) => z.coerce.number().int().min(0).max(65_535).default(fallback);

/** worldShape: which world this process belongs to, its clock (movable in a demonstration only) and its log level. */
export const worldShape = {
	VIGIE_WORLD: z.enum(['demo', 'real']).default('demo'),
	VIGIE_DEMO_SEED: z.string().min(1).default('vigie-demo-1'),
	VIGIE_CLOCK_OFFSET_MS: z.coerce.number().int().default(0),
	VIGIE_HOST: z.string().default('127.0.0.1'),
	LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
} as const;

/** trustShape: the file of the certificates that alone may vouch for engines and services; the list of Node when it is not set. */
export const trustShape = { VIGIE_CA: pemFile('certificate') } as const;

/** certificateShape: the certificate that this service shows to those who ask it, and its key; without them it answers in clear. */
export const certificateShape = {
	VIGIE_TLS_CERT: pemFile('certificate'),
	VIGIE_TLS_KEY: pemFile('private key'),
} as const;

/** kafkaSecurityShape: how brokers are spoken to. A name and its password never go to them in clear: no value says so. */
export const kafkaSecurityShape = {
	...trustShape,
	KAFKA_SECURITY: z
		.enum(['clear', 'tls', 'tls+plain', 'tls+scram-sha-256', 'tls+scram-sha-512'])
		.default('clear'),
	KAFKA_USER: z.string().default(''),
	KAFKA_PASSWORD: z.string().default(''),
} as const;

/** kafkaShape: where the brokers are, and the prefix that isolates a test's topics. */
export const kafkaShape = {
	...kafkaSecurityShape,
	KAFKA_BROKERS: z
		.string()
		.default('127.0.0.1:19092')
		.refine(
			(text) => text.split(',').every((broker) => /^[^\s:,]+:\d+$/.test(broker)),
			'must be host:port[,host:port]',
		),
	VIGIE_TOPIC_PREFIX: z
		.string()
		.regex(/^[a-z0-9.-]*$/)
		.default(''),
} as const;

/** addressOf describes an address of an engine. Its library would take options from a query string: no TLS, no authority, other settings. */
const addressOf = (protocol: RegExp) =>
	z
		.url({ protocol })
		.refine((text) => !URL.canParse(text) || new URL(text).search === '', 'must not have a query string');

/** clickhouseShape: the address over HTTP or HTTPS, and the user whose role decides what can be read. */
export const clickhouseShape = (user: string) =>
	({
		...trustShape,
		CLICKHOUSE_URL: addressOf(/^https?$/).default('http://127.0.0.1:18123'),
		CLICKHOUSE_USER: z.string().default(user),
		CLICKHOUSE_PASSWORD: z.string().default(''),
	}) as const;

/** redisShape: the address of Redis, `rediss:` to speak TLS. */
export const redisShape = {
	...trustShape,
	REDIS_URL: addressOf(/^rediss?$/).default('redis://127.0.0.1:16379'),
} as const;

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** sessionShape: how long a session lives unused, and at most. */
export const sessionShape = {
	VIGIE_SESSION_IDLE_MS: z.coerce
		.number()
		.int()
		.min(MINUTE_MS)
		.default(30 * MINUTE_MS),
	VIGIE_SESSION_ABSOLUTE_MS: z.coerce
		.number()
		.int()
		.min(MINUTE_MS)
		.default(8 * HOUR_MS),
} as const;

/** commentsShape: whether a few words may be sent about an alert. A deployment decides it, and most do not. */
export const commentsShape = { VIGIE_COMMENTS: z.enum(['off', 'on']).default('off') } as const;

/** keysShape: the key directory, a mounted secret. */
export const keysShape = { VIGIE_KEYS: z.string().min(1) } as const;

/** realClockStands is the rule that only a demonstration may move the clock; for `.refine` on a whole config. */
export const realClockStands: [
	(config: { VIGIE_WORLD: string; VIGIE_CLOCK_OFFSET_MS: number }) => boolean,
	{ path: string[]; message: string },
] = [
	(config) => config.VIGIE_WORLD === 'demo' || config.VIGIE_CLOCK_OFFSET_MS === 0,
	{ path: ['VIGIE_CLOCK_OFFSET_MS'], message: 'may be set in a demo world only' },
];
