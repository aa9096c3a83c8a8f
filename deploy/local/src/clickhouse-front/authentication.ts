import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ServiceRole, serviceRoles } from '@vigie/clickhouse/roles';
import { z } from 'zod';
import { FrontError } from './errors.js';

/** Credentials are the passwords of the roles that may log in, one user a role. */
export const Credentials = z.partialRecord(z.enum(serviceRoles), z.string().min(1));
export type Credentials = z.infer<typeof Credentials>;

const isRole = z.enum(serviceRoles);

function digest(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}

function basic(header: string | undefined): { user: string; password: string } | undefined {
	const encoded = /^Basic +([A-Za-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
	if (encoded === undefined) return undefined;
	const text = Buffer.from(encoded, 'base64').toString();
	const colon = text.indexOf(':');
	return colon === -1 ? undefined : { user: text.slice(0, colon), password: text.slice(colon + 1) };
}

function given(request: IncomingMessage): { user: string; password: string } | undefined {
	const user = request.headers['x-clickhouse-user'];
	const password = request.headers['x-clickhouse-key'] ?? '';
	if (typeof user === 'string' && typeof password === 'string') return { user, password };
	return basic(request.headers.authorization);
}

/**
 * authenticate gives the role of a request from its headers, or throws AUTHENTICATION_FAILED in the same time and with
 * the same sentence whether the user or the password is wrong.
 */
export function authenticate(request: IncomingMessage, credentials: Credentials): ServiceRole {
	const { user, password } = given(request) ?? { user: '', password: '' };
	const role = isRole.safeParse(user);
	const expected = role.success ? credentials[role.data] : undefined;
	const same = timingSafeEqual(digest(password), digest(expected ?? ''));
	if (role.success && expected !== undefined && same) return role.data;
	throw new FrontError(
		'AUTHENTICATION_FAILED',
		'Authentication failed: password is incorrect, or there is no user with such name.',
	);
}
