import { createHash, timingSafeEqual } from 'node:crypto';
import type { RegistryView } from '@vigie/kit/registry-view';
import type { Clock } from '@vigie/schemas/clock';
import type { DeviceClaims } from '@vigie/schemas/device-claims';
import type { ProblemCode } from '@vigie/schemas/problem';
import type { RecordOf } from '@vigie/schemas/registry';
import type { DeviceTokens } from './device-token.js';
import { isDepartement, type Sender } from './sender.js';

/** Judgement is the sender that a credential stands for, or the problem with it. */
export type Judgement =
	| { readonly ok: true; readonly sender: Sender }
	| { readonly ok: false; readonly code: ProblemCode };

/** Registry is the part of the registry's view that credentials are judged with. */
export type Registry = Pick<RegistryView, 'find'>;

const refuse = (code: ProblemCode): Judgement => ({ ok: false, code });
const SCHEME = 'Bearer ';
// The identifier holds no underscore, so that the secret, which may, is unambiguous.
const apiKey = /^vk_([a-z0-9-]{1,64})_([\w-]{43})$/;

const isSecretOf = (secret: string, secretHash: string): boolean =>
	timingSafeEqual(createHash('sha256').update(secret, 'utf8').digest(), Buffer.from(secretHash, 'hex'));

/**
 * deviceSender: what a device's claims say, while its structure stands behind them. The body is the structure's of today: it may have
 * been said, or mended, long after the device was enrolled, and whose platforms are one's own depends on it.
 */
const deviceSender = (claims: DeviceClaims, structure: RecordOf<'structure'>): Sender => ({
	id: claims.sub,
	structure: claims.structure,
	organisation: claims.organisation,
	roleFamily: claims.roleFamily,
	structureFamily: claims.structureFamily,
	departement: claims.departement,
	body: structure.body,
	channel: 'FORMULAIRE',
});

const keySender = (key: RecordOf<'api-key'>, structure: RecordOf<'structure'>): Sender => ({
	id: key.id,
	structure: structure.id,
	organisation: structure.organisation,
	roleFamily: key.roleFamily,
	structureFamily: structure.family,
	departement: structure.departement,
	body: structure.body,
	channel: 'API_PARTENAIRE',
});

/** remember keeps what was derived from a record or from claims as long as they live, and not one moment after. */
const remember = <Source extends object, Basis, Derived>(
	derive: (source: Source, basis: Basis) => Derived,
) => {
	const known = new WeakMap<Source, { readonly basis: Basis; readonly derived: Derived }>();
	return (source: Source, basis: Basis): Derived => {
		const entry = known.get(source);
		if (entry && entry.basis === basis) return entry.derived;
		const derived = derive(source, basis);
		known.set(source, { basis, derived });
		return derived;
	};
};

const senderOfDevice = remember(deviceSender);
const senderOfKey = remember(keySender);

const judgeDevice = (claims: DeviceClaims | null, registry: Registry): Judgement => {
	const structure = claims && registry.find('structure', claims.structure);
	if (!structure || !isDepartement(claims.departement)) return refuse('invalid_credentials');
	const revoked = !structure.active || claims.epoch < structure.epoch;
	if (revoked || registry.find('revoked-device', claims.sub)) return refuse('revoked_credentials');
	return { ok: true, sender: senderOfDevice(claims, structure) };
};

const judgeKey = (id: string, secret: string, registry: Registry, now: Date): Judgement => {
	const key = registry.find('api-key', id);
	if (!key || !isSecretOf(secret, key.secretHash)) return refuse('invalid_credentials');
	const structure = registry.find('structure', key.structure);
	if (key.revoked || !structure?.active) return refuse('revoked_credentials');
	if (Date.parse(key.expiresAt) <= now.getTime()) return refuse('expired_credentials');
	if (!key.scopes.includes('ingest')) return refuse('missing_scope');
	return isDepartement(structure.departement)
		? { ok: true, sender: senderOfKey(key, structure) }
		: refuse('invalid_credentials');
};

/** Credentials judges an `Authorization` header: at once when nothing must be verified, else later. */
export type Credentials = (authorization: string | undefined) => Judgement | Promise<Judgement>;

/** createCredentials judges device tokens and API keys against the registry as it stands at that very moment. */
export const createCredentials =
	(registry: Registry, tokens: DeviceTokens, clock: Clock): Credentials =>
	(authorization) => {
		if (authorization === undefined) return refuse('missing_credentials');
		if (!authorization.startsWith(SCHEME)) return refuse('invalid_credentials');
		const credential = authorization.slice(SCHEME.length);
		// The usual case first: a device that was verified lately.
		const known = tokens.recall(credential);
		if (known) return judgeDevice(known, registry);
		const [, id, secret] = apiKey.exec(credential) ?? [];
		if (id !== undefined && secret !== undefined) return judgeKey(id, secret, registry, clock.now());
		return tokens.verify(credential).then((claims) => judgeDevice(claims, registry));
	};
