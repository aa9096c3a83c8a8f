import type { DeadReason } from '@vigie/schemas/dead-letter';
import { admittedText, CANARY, type Fields, goodAdmission, goodEvent, type Poison } from './poison.js';

/** sent is a message as a whole. A sender who tries it is told that it is no event: what intake adds is intake's alone. */
const sent = (name: string, message: string, reason: DeadReason): Poison => ({
	name,
	topic: { value: Buffer.from(message), reason },
	http: { body: Buffer.from(message), code: 'invalid_request', error: 'kind: invalid_type' },
});

const admission = (name: string, change: Fields, reason: DeadReason = 'invalid_admission'): Poison =>
	sent(name, admittedText(JSON.stringify(goodEvent()), { ...goodAdmission(), ...change }), reason);

const message = (name: string, body: unknown, reason: DeadReason): Poison =>
	sent(name, JSON.stringify(body), reason);

/** poisonedAdmissions: a good event, and an admission that intake never wrote. */
export const poisonedAdmissions: readonly Poison[] = [
	message('no admission', { event: goodEvent() }, 'invalid_event'),
	message('null for an admission', { event: goodEvent(), admission: null }, 'invalid_admission'),
	message('a list for an admission', { event: goodEvent(), admission: [] }, 'invalid_admission'),
	message('no event', { admission: goodAdmission() }, 'invalid_event'),
	message('the two the wrong way round', { event: goodAdmission(), admission: goodEvent() }, 'invalid_event'),
	message(
		'an event in an event',
		{ event: { event: goodEvent() }, admission: goodAdmission() },
		'invalid_event',
	),
	message(
		'a third part',
		{ event: goodEvent(), admission: goodAdmission(), address: CANARY },
		'invalid_event',
	),
	admission('a field too many', { address: CANARY }),
	admission('no slot', { receivedSlot: undefined }),
	admission('a slot of a minute', { receivedSlot: '2026-11-10T13:07:00Z' }),
	admission('a slot of a day that does not exist', { receivedSlot: '2026-02-30T13:15:00Z' }, 'out_of_range'),
	admission('a slot beyond the store', { receivedSlot: '9999-01-01T00:00:00Z' }, 'out_of_range'),
	admission('a token one too large', { reporterToken: '18446744073709551616' }, 'out_of_range'),
	admission('a token of twenty nines', { structureToken: '9'.repeat(20) }, 'out_of_range'),
	admission('a negative token', { organisationToken: '-1' }),
	admission('a number for a token', { reporterToken: 1 }),
	admission('a hash in capitals', { bodyHash: '00000000000000FF' }),
	admission('half a hash', { bodyHash: '00ff' }),
	admission('a text for a truth about the platform', { ownPlatform: 'false' }),
	admission('a territory in words', { territory: CANARY }),
	admission('a département that does not exist', { territory: '99' }, 'unknown_code'),
	admission('a région that does not exist', { territory: 'R99' }, 'unknown_code'),
	admission('a family of roles that does not exist', { roleFamily: CANARY }, 'unknown_code'),
	admission('a family of structures that does not exist', { structureFamily: CANARY }, 'unknown_code'),
	admission('a channel that does not exist', { channel: CANARY }, 'unknown_code'),
];
