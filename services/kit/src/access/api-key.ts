import type { Subject } from '@vigie/schemas/accounts/subject';
import type { Clock } from '@vigie/schemas/clock';
import { ProblemError } from '../problem-plugin.js';
import type { RegistryView } from '../registry-view.js';
import { hashOf, isSecretOf } from './secrets.js';
import type { SubjectReader } from './subject-reader.js';

// The identifier holds no underscore, so that the secret, which may, is unambiguous.
const bearer = /^Bearer vk_([a-z0-9-]{1,64})_([\w-]{43})$/;

/** apiKeyReader reads a machine client's key, judged against the registry as it stands; another `Authorization` is none of its business. */
export const apiKeyReader =
	(registry: Pick<RegistryView, 'find'>, clock: Clock): SubjectReader =>
	async ({ headers }): Promise<Subject | null> => {
		const [, id, secret] = bearer.exec(headers.authorization ?? '') ?? [];
		if (id === undefined || secret === undefined) return null;
		const key = registry.find('api-key', id);
		// An unknown key costs the same comparison as a known one.
		const isKnown = isSecretOf(secret, key?.secretHash ?? hashOf(''));
		if (!key || !isKnown) throw new ProblemError('invalid_credentials');
		const structure = registry.find('structure', key.structure);
		if (key.revoked || !structure?.active) throw new ProblemError('revoked_credentials');
		if (Date.parse(key.expiresAt) <= clock.now().getTime()) throw new ProblemError('expired_credentials');
		return { kind: 'api-key', key: id, scopes: key.scopes, body: structure.body };
	};
