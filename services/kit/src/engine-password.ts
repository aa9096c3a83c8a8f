import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Named says for whom a password is wanted: as given, or from the key directory of a local stack. */
interface Named {
	readonly VIGIE_KEYS: string;
	readonly CLICKHOUSE_USER: string;
	readonly CLICKHOUSE_PASSWORD: string;
}

/** enginePassword gives the password that a command uses: the one it was given, else that of its user in a local stack's key directory. */
export const enginePassword = async ({
	VIGIE_KEYS,
	CLICKHOUSE_USER,
	CLICKHOUSE_PASSWORD,
}: Named): Promise<string> => {
	if (CLICKHOUSE_PASSWORD !== '') return CLICKHOUSE_PASSWORD;
	const text = await readFile(join(VIGIE_KEYS, 'clickhouse.json'), 'utf8');
	return z.record(z.string(), z.string()).parse(JSON.parse(text))[CLICKHOUSE_USER] ?? '';
};
