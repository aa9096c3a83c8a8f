import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LinkIssued } from '@vigie/schemas/administration';
import { DEVICE_TOKEN_TYPE, DeviceClaims } from '@vigie/schemas/device-claims';
import { CHARTER_VERSION, Device, EnrolmentOffer } from '@vigie/schemas/http';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { useClickHouse } from '@vigie/test/engines';
import { importJWK, jwtVerify } from 'jose';
import { expect, test } from 'vitest';
import { type Api, codeOf, readAs, structure, useApi, writeDeviceKey } from './fixture.js';

const clickhouse = await useClickHouse();
const api = await useApi(clickhouse);

const makeLink = async (to: Api, body: object = {}) => {
	await to.admin('POST', '/admin/structures', structure);
	const path = `/admin/structures/${structure.id}/links`;
	const issued = await readAs(await to.admin('POST', path, body), LinkIssued);
	return { ...issued, link: new URL(issued.url).hash.replace('#lien=', '') };
};

const choice = { roleFamily: 'TRAVAIL_SOCIAL', departement: '35', charter: CHARTER_VERSION };

const claimsOf = async (keys: string, kid: string, token: string) => {
	const jwk = JSON.parse(await readFile(join(keys, `device-${kid}.public.jwk`), 'utf8'));
	const options = { algorithms: ['EdDSA'], typ: DEVICE_TOKEN_TYPE };
	const { payload, protectedHeader } = await jwtVerify(token, await importJWK(jwk, 'EdDSA'), options);
	return { claims: DeviceClaims.parse(payload), header: protectedHeader };
};

test('a link tells its structure, then makes a device whose token is signed and holds no name', async () => {
	const { link, id, url } = await makeLink(api);

	const offer = await readAs(await api.post('/v1/enrolment', { link }), EnrolmentOffer);
	const device = await readAs(await api.post('/v1/devices', { link, ...choice }), Device);
	const { claims, header } = await claimsOf(api.keys, 'first', device.token);

	expect(url).toMatch(/\/alerte\/#lien=[0-9a-f]+\.[\w-]{43}$/);
	expect(offer).toEqual({ structure: structure.label, departement: '35', structureFamily: 'DEPARTEMENT' });
	expect(header).toEqual({ alg: 'EdDSA', kid: 'first', typ: DEVICE_TOKEN_TYPE });
	expect(claims).toMatchObject({ structure: structure.id, organisation: 'ville-vigie', epoch: 0, link: id });
	expect(claims.iat % 900).toBe(0);
	expect(JSON.stringify(claims)).not.toContain(structure.label);
});

test('one link makes many devices, each with an identifier of its own', async () => {
	const { link } = await makeLink(api);

	const devices = await Promise.all([1, 2, 3].map(() => api.post('/v1/devices', { link, ...choice })));
	const tokens = await Promise.all(devices.map(async (answer) => (await readAs(answer, Device)).token));
	const subjects = await Promise.all(
		tokens.map(async (token) => (await claimsOf(api.keys, 'first', token)).claims.sub),
	);

	expect(devices.map(({ status }) => status)).toEqual([201, 201, 201]);
	expect(new Set(subjects).size).toBe(3);
});

test('the newest device key signs', async () => {
	const rotated = await useApi(clickhouse);
	const { link } = await makeLink(rotated);
	await writeDeviceKey(rotated.keys, 'second');

	const device = await readAs(await rotated.post('/v1/devices', { link, ...choice }), Device);

	expect((await claimsOf(rotated.keys, 'second', device.token)).header.kid).toBe('second');
});

test('a link that does not exist, or whose secret is wrong, is unknown', async () => {
	const { link, id } = await makeLink(api);
	const other = `${id}.${'A'.repeat(43)}`;

	for (const wrong of [other, `nothing.${link.split('.')[1]}`, id, '']) {
		const response = await api.post('/v1/devices', { link: wrong, ...choice });
		expect(response.status).toBe(404);
		expect(await codeOf(response)).toBe('link_unknown');
	}
});

test('an expired link is refused; one made without a date lasts thirty days', async () => {
	const { expiresAt } = await makeLink(api);
	const secret = 'S'.repeat(43);
	const expired: RegistryRecord = {
		type: 'link',
		id: 'old',
		structure: structure.id,
		secretHash: createHash('sha256').update(secret).digest('hex'),
		expiresAt: new Date(Date.now() - 1_000).toISOString(),
		revoked: false,
	};
	await api.admin('POST', '/admin/registry/import', [expired]);

	const response = await api.post('/v1/devices', { link: `old.${secret}`, ...choice });

	expect([response.status, await codeOf(response)]).toEqual([410, 'link_expired']);
	const days = (Date.parse(expiresAt) - Date.now()) / 86_400_000;
	expect(days).toBeGreaterThan(29.9);
	expect(days).toBeLessThan(30.1);
});

test('a revoked link is refused, and so is a link of a structure that is closed', async () => {
	const [first, second] = [await makeLink(api), await makeLink(api)];
	await api.admin('DELETE', `/admin/links/${first.id}`);

	const revoked = await api.post('/v1/enrolment', { link: first.link });
	expect([revoked.status, await codeOf(revoked)]).toEqual([410, 'link_revoked']);
	await api.admin('POST', '/admin/structures', { ...structure, active: false });
	const closed = await api.post('/v1/devices', { link: second.link, ...choice });
	expect([closed.status, await codeOf(closed)]).toEqual([410, 'link_revoked']);
});

test('a choice outside the taxonomy or the charter is refused by its path, without its value', async () => {
	const { link } = await makeLink(api);
	const wrong = [{ roleFamily: 'PIRATE' }, { departement: '99' }, { charter: '1999-1' }, { name: 'Alix' }];

	for (const part of wrong) {
		const response = await api.post('/v1/devices', { link, ...choice, ...part });
		const text = await response.text();
		expect(response.status).toBe(422);
		for (const value of ['PIRATE', '1999-1', 'Alix', '"99"']) expect(text).not.toContain(value);
	}
});

test('a link that is used too often has to wait, whoever asks', async () => {
	const limited = await useApi(clickhouse, { VIGIE_API_ENROLMENT_LIMIT: '3' });
	const [busy, quiet] = [await makeLink(limited), await makeLink(limited)];
	const use = async (link: string) => (await limited.post('/v1/enrolment', { link })).status;

	expect([await use(busy.link), await use(busy.link), await use(busy.link)]).toEqual([200, 200, 200]);
	const refused = await limited.post('/v1/enrolment', { link: busy.link });

	expect([refused.status, await codeOf(refused)]).toEqual([429, 'too_many_requests']);
	expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
	expect(await use(quiet.link)).toBe(200);
});
