import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { type ServiceRole, serviceRoles } from '@vigie/clickhouse/roles';
import { z } from 'zod';
import { readSecret, writeSecret } from './secret-file.js';

/** Passwords are those of the engine's users, one a role. */
export type Passwords = Readonly<Record<ServiceRole, string>>;

const Known = z.record(z.string(), z.string().min(1));

/** ensurePasswords gives `clickhouse.json` of the key directory, with a random password for each role that had none. */
export const ensurePasswords = async (directory: string): Promise<Passwords> => {
	const file = join(directory, 'clickhouse.json');
	const text = await readSecret(file);
	const known = text === null ? {} : Known.parse(JSON.parse(text));
	const missing = serviceRoles.filter((role) => known[role] === undefined);
	const entries = serviceRoles.map((role) => [role, known[role] ?? randomBytes(24).toString('hex')] as const);
	const all = Object.fromEntries(entries);
	if (missing.length > 0) await writeSecret(file, `${JSON.stringify(all, null, '\t')}\n`);
	// Every role has just been given one.
	return all as Passwords;
};
