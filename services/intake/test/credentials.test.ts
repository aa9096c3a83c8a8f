import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { alert } from './events.js';
import { claimsOf, newApiKey, structureRecord, useKeys } from './keys.js';
import { expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const expired = newApiKey({ expiresAt: '2026-01-01T00:00:00Z' });
const revoked = newApiKey({ revoked: true });
const reader = newApiKey({ scopes: ['read'] });
const orphan = newApiKey({ structure: 'nowhere' });
const lost = claimsOf();
const intake = await useIntake({
	records: [
		...[expired, revoked, reader, orphan].map(({ record }) => record),
		{ type: 'revoked-device', id: lost.sub },
		structureRecord({ id: 'closed', active: false }),
		structureRecord({ id: 'renewed', epoch: 2 }),
	],
});
const { keys } = intake;
const stranger = await useKeys();
const [head = '', payload = '', signature = ''] = intake.device.replace('Bearer ', '').split('.');
const unsigned = Buffer.from('{"alg":"none","typ":"vigie-device+jwt"}').toString('base64url');

const refused: readonly (readonly [string, string, string])[] = [
	['a word', 'Bearer word', 'invalid_credentials'],
	['another scheme', 'Basic dmlnaWU6dmlnaWU=', 'invalid_credentials'],
	['a token of another signer', `Bearer ${await stranger.sign(claimsOf())}`, 'invalid_credentials'],
	[
		'a token of an unknown key',
		`Bearer ${await keys.sign(claimsOf(), { kid: 'none' })}`,
		'invalid_credentials',
	],
	[
		'a token made for something else',
		`Bearer ${await keys.sign(claimsOf(), { type: 'JWT' })}`,
		'invalid_credentials',
	],
	['a token without a signature', `Bearer ${unsigned}.${payload}.`, 'invalid_credentials'],
	[
		'a token with another signature',
		`Bearer ${head}.${payload}.${[...signature].reverse().join('')}`,
		'invalid_credentials',
	],
	[
		'a token with a claim too many',
		`Bearer ${await keys.sign({ ...claimsOf(), name: 'x' })}`,
		'invalid_credentials',
	],
	[
		'a token of no département',
		`Bearer ${await keys.sign(claimsOf({ departement: '99' }))}`,
		'invalid_credentials',
	],
	[
		'a token of an unknown structure',
		`Bearer ${await keys.sign(claimsOf({ structure: 'x' }))}`,
		'invalid_credentials',
	],
	[
		'a token of a closed structure',
		`Bearer ${await keys.sign(claimsOf({ structure: 'closed' }))}`,
		'revoked_credentials',
	],
	[
		'a token from before the epoch',
		`Bearer ${await keys.sign(claimsOf({ structure: 'renewed', epoch: 1 }))}`,
		'revoked_credentials',
	],
	['a revoked device', `Bearer ${await keys.sign(lost)}`, 'revoked_credentials'],
	['a key of another secret', `Bearer ${newApiKey({ id: expired.record.id }).key}`, 'invalid_credentials'],
	['an unknown key', `Bearer ${newApiKey().key}`, 'invalid_credentials'],
	['an expired key', `Bearer ${expired.key}`, 'expired_credentials'],
	['a revoked key', `Bearer ${revoked.key}`, 'revoked_credentials'],
	['a key without its structure', `Bearer ${orphan.key}`, 'revoked_credentials'],
];

test.each(refused)('%s is refused', async (_name, authorization, code) => {
	const response = await intake.post(alert(), authorization);

	expect(response.headers.get('www-authenticate')).toBe('Bearer');
	await expectProblem(response, 401, code);
});

test('a request without a credential is refused before its body is looked at', async () => {
	const response = await fetch(`${intake.url}/v1/events`, { method: 'POST', body: 'anything' });

	await expectProblem(response, 401, 'missing_credentials');
});

test('a key that may only read cannot send, and a device cannot send batches', async () => {
	await expectProblem(await intake.post(alert(), `Bearer ${reader.key}`), 403, 'missing_scope');
	await expectProblem(
		await intake.post({ events: [alert()] }, intake.device, '/v1/events/batch'),
		403,
		'missing_scope',
	);
});

test('a device or a key is refused as soon as the registry revokes it, though it was good a moment ago', async () => {
	const claims = claimsOf();
	const device = `Bearer ${await keys.sign(claims)}`;
	const key = newApiKey();
	await intake.register(key.record);
	await expect.poll(async () => (await intake.post(alert(), `Bearer ${key.key}`)).status).toBe(202);
	expect((await intake.post(alert(), device)).status).toBe(202);

	await intake.register({ type: 'revoked-device', id: claims.sub }, { ...key.record, revoked: true });

	await expect.poll(async () => (await intake.post(alert(), `Bearer ${key.key}`)).status).toBe(401);
	await expectProblem(await intake.post(alert(), device), 401, 'revoked_credentials');
});

test('nothing of what was refused is on the topic', async () => {
	const id = randomUUID();
	for (const [, authorization] of refused) await intake.post(alert({ id }), authorization);

	const ids = (await intake.onTopic()).map(({ key }) => String(key));
	expect(ids).not.toContain(id);
});
