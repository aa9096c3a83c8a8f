import { expect, it } from 'vitest';
import { AdmittedEvent, Token } from '../src/admitted-event.js';
import { DeviceClaims } from '../src/device-claims.js';
import { BATCH_LIMIT, Batch, CellFlag, Enrolment, Manifest, Receipt, ReleaseTable } from '../src/http.js';
import * as example from '../src/openapi/examples.js';
import { PublicRegistry } from '../src/public-registry.js';
import { knownVersions, taxonomyDocument } from '../src/taxonomy.js';
import { TaxonomyBody } from '../src/taxonomy-body.js';

const claims = {
	sub: '6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10',
	structure: 'structure-1',
	organisation: 'organisation-1',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'COMMUNE',
	departement: '75',
	body: null,
	epoch: 0,
	link: 'link-1',
	charter: '2026-1',
	iat: 1_793_000_000,
};

const admission = {
	receivedSlot: '2026-11-10T13:15:00Z',
	channel: 'FORMULAIRE',
	roleFamily: 'TRAVAIL_SOCIAL',
	structureFamily: 'COMMUNE',
	territory: '2A',
	reporterToken: '18446744073709551615',
	structureToken: '1',
	organisationToken: '0',
	ownPlatform: false,
	bodyHash: '0123456789abcdef',
};
const admitted = { event: example.eventExamples.alerte, admission };

it.each([
	['Receipt', Receipt, example.receiptExample],
	['Enrolment', Enrolment, example.enrolmentExample],
	['Manifest', Manifest, example.manifestExample],
	['ReleaseTable', ReleaseTable, example.tableExample],
	['PublicRegistry', PublicRegistry, example.registryExample],
	['DeviceClaims', DeviceClaims, claims],
	['AdmittedEvent', AdmittedEvent, admitted],
] as const)('%s is read as it was written, and refuses a field it does not name', (_name, schema, body) => {
	expect(schema.parse(body)).toEqual(body);
	expect(schema.safeParse({ ...body, adresse: 'x' }).success).toBe(false);
});

it('the admission of an event has no room for a trace of who sent it', () => {
	const traced = { ...admitted, admission: { ...admission, ip: '192.0.2.1' } };

	expect(AdmittedEvent.safeParse(traced).success).toBe(false);
});

it.each([
	['a slot that is not a quarter of an hour', { receivedSlot: '2026-11-10T13:20:00Z' }],
	['a commune in the place of a département', { territory: '75056' }],
	['a token that is a name', { reporterToken: 'dupont' }],
	['a hash that is too short', { bodyHash: '0123' }],
])('%s is refused', (_title, change) => {
	expect(AdmittedEvent.safeParse({ ...admitted, admission: { ...admission, ...change } }).success).toBe(
		false,
	);
});

it('a token is a 64-bit integer in decimal', () => {
	expect(['0', '18446744073709551615'].every((text) => Token.safeParse(text).success)).toBe(true);
	expect(
		['', '-1', '1e5', '0x1', '184467440737095516150'].some((text) => Token.safeParse(text).success),
	).toBe(false);
});

it('a region is a territory of referrals, as R and its code', () => {
	expect(
		AdmittedEvent.safeParse({ ...admitted, admission: { ...admission, territory: 'R11' } }).success,
	).toBe(true);
});

it('a batch has between one event and its limit', () => {
	const batchOf = (length: number) => Batch.safeParse({ events: Array.from({ length }, () => ({})) }).success;

	expect([0, 1, BATCH_LIMIT, BATCH_LIMIT + 1].map(batchOf)).toEqual([false, true, true, false]);
});

it('a device accepts the charter of today and no other', () => {
	expect(Enrolment.safeParse({ ...example.enrolmentExample, charter: '2020-1' }).success).toBe(false);
});

it('a cell is shown, protected or impossible', () => {
	expect(CellFlag.options).toEqual(['shown', 'protected', 'impossible']);
});

it.each(knownVersions)('the published taxonomy %s keeps the contract of its route', (version) => {
	const document: unknown = JSON.parse(JSON.stringify(taxonomyDocument(version)));

	expect(TaxonomyBody.parse(document)).toEqual(document);
});
