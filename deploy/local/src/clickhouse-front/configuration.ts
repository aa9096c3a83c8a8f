import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Credentials } from './authentication.js';

const Environment = z.object({
	VIGIE_CLICKHOUSE_PORT: z.coerce.number().int().min(0).max(65_535),
	VIGIE_CLICKHOUSE_DATA: z.string().min(1),
	VIGIE_CLICKHOUSE_CREDENTIALS: z.string().min(1),
	VIGIE_CLICKHOUSE_ENDS_WITH_STDIN: z.enum(['0', '1']).default('0'),
	// Read by libuv when the process starts: too late to set here. Four running queries would starve file access.
	UV_THREADPOOL_SIZE: z.coerce
		.number('must be 16 or more when the process starts')
		.int()
		.min(16, 'must be 16 or more when the process starts'),
});

/** Configuration is what the front's process needs to know. */
export interface Configuration {
	readonly port: number;
	readonly dataDir: string;
	readonly credentials: Credentials;
	/** Whether the process ends when its standard input closes. */
	readonly endsWithParent: boolean;
}

/** readConfiguration reads the environment and the credentials file; throws one sentence for each thing wrong. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
	const result = Environment.safeParse(environment);
	if (!result.success) {
		throw new Error(
			result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '),
		);
	}
	const file = result.data.VIGIE_CLICKHOUSE_CREDENTIALS;
	const credentials = Credentials.safeParse(JSON.parse(readFileSync(file, 'utf8')));
	if (!credentials.success)
		throw new Error('VIGIE_CLICKHOUSE_CREDENTIALS: the file must map roles to passwords');
	return Object.freeze({
		port: result.data.VIGIE_CLICKHOUSE_PORT,
		dataDir: result.data.VIGIE_CLICKHOUSE_DATA,
		credentials: credentials.data,
		endsWithParent: result.data.VIGIE_CLICKHOUSE_ENDS_WITH_STDIN === '1',
	});
}
