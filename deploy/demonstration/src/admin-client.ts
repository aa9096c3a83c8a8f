import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';

/** AdminClient calls the api's administration routes on loopback, as a command line does. */
export interface AdminClient {
	post<Answer extends z.ZodType>(path: string, body: unknown, answer: Answer): Promise<z.infer<Answer>>;
}

/** openAdminClient reads the administration token of the key directory. */
export const openAdminClient = async (apiUrl: string, keysDirectory: string): Promise<AdminClient> => {
	const token = (await readFile(join(keysDirectory, 'admin.token'), 'utf8')).trim();
	return {
		post: async (path, body, answer) => {
			const response = await fetch(new URL(path, apiUrl), {
				method: 'POST',
				headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
				body: JSON.stringify(body),
				signal: AbortSignal.timeout(60_000),
			});
			if (!response.ok) throw new Error(`the api answered ${response.status} to ${path}`);
			return answer.parse(await response.json());
		},
	};
};

/** getJson reads a public answer of the api. */
export const getJson = async <Answer extends z.ZodType>(
	apiUrl: string,
	path: string,
	answer: Answer,
): Promise<z.infer<Answer>> => {
	const response = await fetch(new URL(path, apiUrl), { signal: AbortSignal.timeout(60_000) });
	if (!response.ok) throw new Error(`the api answered ${response.status} to ${path}`);
	return answer.parse(await response.json());
};
