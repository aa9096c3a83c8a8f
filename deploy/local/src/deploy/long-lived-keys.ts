import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { ATTESTATION_KEY } from '@vigie/kit/attestation-key';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { PROPOSAL_KEY } from '@vigie/kit/proposal-id';
import { COMMENT_KEY } from '@vigie/kit/sealed-comment';
import { WEBHOOK_KEY } from '@vigie/kit/webhook-secret';
import type { DeployConfig } from './config.js';
import { ensureDeviceKey } from './device-key.js';
import { ensurePasswords, type Passwords } from './passwords.js';
import { readSecret, writeSecret } from './secret-file.js';

const ensureAdminToken = async (directory: string): Promise<void> => {
	const file = join(directory, 'admin.token');
	// Random in a demonstration too: no published number depends on it.
	if ((await readSecret(file)) === null) await writeSecret(file, randomBytes(32).toString('hex'));
};

/** ensureLongLivedKeys makes the keys that live as long as the stack and that are missing; it never replaces one. */
export const ensureLongLivedKeys = async (
	config: Pick<DeployConfig, 'VIGIE_KEYS' | 'VIGIE_WORLD' | 'VIGIE_DEMO_SEED'>,
): Promise<Passwords> => {
	const directory = config.VIGIE_KEYS;
	const source = keySourceOf(config);
	const keys = openKeys(directory, source);
	await keys.ensure('record');
	await keys.ensure('cell');
	await keys.ensure(COMMENT_KEY);
	await keys.ensure(PROPOSAL_KEY);
	await keys.ensure(WEBHOOK_KEY);
	await keys.ensure(ATTESTATION_KEY);
	await keys.ensure('session');
	await ensureDeviceKey(directory, source);
	await ensureAdminToken(directory);
	return ensurePasswords(directory);
};
