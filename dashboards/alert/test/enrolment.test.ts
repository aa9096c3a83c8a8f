import { problemOf } from '@vigie/schemas/problem';
import { expect, test } from 'vitest';
import { loadDevice, saveDevice } from '../src/device.js';
import { askOffer, enrol } from '../src/enrolment/enrol.js';
import { linkIn } from '../src/enrolment/enrolment-link.js';
import { memoryStorage, openStorage } from '../src/key-value.js';

const answering =
	(status: number, body: unknown): typeof fetch =>
	() =>
		Promise.resolve(new Response(JSON.stringify(body), { status }));

test('the link is read from the fragment, and nothing else is taken for one', () => {
	expect(linkIn('#lien=abc.s3cret_-')).toBe('abc.s3cret_-');
	expect(linkIn('#suivi')).toBeNull();
	expect(linkIn('#lien=')).toBeNull();
	expect(linkIn(`#lien=${'x'.repeat(201)}`)).toBeNull();
	expect(linkIn('')).toBeNull();
});

test('a link opens on its structure and its département', async () => {
	const offer = { structure: 'CCAS de Rennes', departement: '35', structureFamily: 'CCAS' };

	expect(await askOffer(answering(200, offer), 'a.b')).toEqual({
		ok: true,
		value: { structure: 'CCAS de Rennes', departement: '35' },
	});
});

for (const [code, reason] of [
	['link_unknown', 'unknown'],
	['link_expired', 'expired'],
	['link_revoked', 'revoked'],
	['too_many_requests', 'busy'],
	['unavailable', 'busy'],
	['invalid_request', 'refused'],
] as const) {
	test(`${code} is told as "${reason}"`, async () => {
		const problem = problemOf(code);

		const answer = await askOffer(answering(problem.status, problem), 'a.b');

		expect(answer).toEqual({ ok: false, reason, code });
	});
}

test('an answer that is no device is not taken for one', async () => {
	const choice = { link: 'a.b', roleFamily: 'TRAVAIL_SOCIAL', departement: '35', charter: '2026-1' };

	expect(await enrol(answering(200, { token: 'x' }), choice)).toMatchObject({
		ok: false,
		reason: 'unreachable',
	});
	expect(await enrol(() => Promise.reject(new TypeError()), choice)).toMatchObject({
		ok: false,
		reason: 'unreachable',
	});
});

test('a device is found again at the next visit; a damaged one asks to enrol again', () => {
	const storage = memoryStorage();
	const device = { token: 't', structure: 'CCAS', roleFamily: 'TRAVAIL_SOCIAL', departement: '35' };

	saveDevice(storage, device);
	const kept = loadDevice(storage);
	storage.setItem('vigie.device', '{"token":');

	expect(kept).toEqual(device);
	expect(loadDevice(storage)).toBeNull();
});

test('a browser that lends no storage still opens the page, and the page knows it', () => {
	const refused = openStorage(() => {
		throw new Error('SecurityError');
	});

	expect(refused.durable).toBe(false);
	refused.storage.setItem('key', 'value');
	expect(refused.storage.getItem('key')).toBe('value');
});
