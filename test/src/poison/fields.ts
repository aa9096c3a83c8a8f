import type { DeadReason } from '@vigie/schemas/dead-letter';
import { admittedText, CANARY, type Fields, goodEvent, type Poison } from './poison.js';

/** field spoils one field, or a few, of a good event. */
const field = (
	name: string,
	change: Fields,
	error: string,
	reason: DeadReason = 'invalid_event',
	code: Poison['http']['code'] = 'invalid_request',
): Poison => {
	const event = JSON.stringify(goodEvent(change));
	return {
		name,
		topic: { value: Buffer.from(admittedText(event)), reason },
		http: { body: Buffer.from(event), code, ...(code === 'invalid_request' ? { error } : {}) },
	};
};

/** literal writes a number as no `JSON.stringify` would. */
const literal = (name: string, number: string, error: string): Poison => {
	const event = JSON.stringify(goodEvent()).replace('"revision":0', `"revision":${number}`);
	return {
		name,
		topic: { value: Buffer.from(admittedText(event)), reason: 'invalid_event' },
		http: { body: Buffer.from(event), code: 'invalid_request', error },
	};
};

const nested = (depth: number): unknown => {
	let value: unknown = CANARY;
	for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
	return value;
};

const failure = {
	kind: 'procedure.failed',
	benefit: 'RSA',
	procedureChannel: 'WEB',
	step: 'PIECES',
	failureKind: 'PANNE',
	consequence: 'RETARD',
};
const referral = { kind: 'referral.made', platform: undefined, from: 'TS', to: 'MN', need: 'NUMERIQUE' };
const signal = {
	kind: 'nontakeup.signalled',
	platform: undefined,
	benefit: 'RSA',
	declaredType: 'NON_DEMANDE',
};

const newer = 'unknown_version' satisfies DeadReason;
const codeless = 'unknown_code' satisfies DeadReason;
const beyond = 'out_of_range' satisfies DeadReason;

/** poisonedFields: JSON that can be read, and an event that cannot be. */
export const poisonedFields: readonly Poison[] = [
	field('an unknown field', { [CANARY]: CANARY }, ': unknown_field'),
	field('a free text', { comment: `Madame ${CANARY}` }, ': unknown_field'),
	field('a field of another kind', { situation: 'IGNORAIT_LE_DROIT' }, ': unknown_field'),
	field('a token of its own making', { reporterToken: '1' }, ': unknown_field'),
	field('a kind of nobody', { kind: CANARY }, 'kind: unknown_kind', newer),
	field('a kind that every object has', { kind: 'constructor' }, 'kind: unknown_kind', newer),
	field('a kind of later', { kind: 'right.recovered' }, 'kind: unknown_kind', newer),
	field('no kind', { kind: undefined }, 'kind: invalid_type'),
	field('a list of kinds', { kind: ['dysfunction.alerted'] }, 'kind: invalid_type'),
	field('a version of later', { version: '2-0-0' }, 'version: unknown_version', newer),
	field('a version with a space', { version: '1-0-0 ' }, 'version: unknown_version', newer),
	field('a version that every object has', { version: 'toString' }, 'version: unknown_version', newer),
	field('a number for a version', { version: 1 }, 'version: invalid_type'),
	field('no id', { id: undefined }, 'id: invalid_type'),
	field('null for an id', { id: null }, 'id: invalid_type'),
	field('a word for an id', { id: CANARY }, 'id: invalid_format'),
	field('an id with the minute in it', { id: '01932c07-209d-7c5c-8a5e-111111111111' }, 'id: invalid_format'),
	field('an id of zeros', { id: '00000000-0000-0000-0000-000000000000' }, 'id: invalid_format'),
	field('an id in braces', { id: '{6f1d3c1e-5a0f-4b7e-9c55-0d6a3a2f4b10}' }, 'id: invalid_format'),
	field('a negative revision', { revision: -1 }, 'revision: too_small'),
	field('a revision beyond reason', { revision: 65_536 }, 'revision: too_big'),
	field('half a revision', { revision: 0.5 }, 'revision: invalid_type'),
	field('a revision as text', { revision: '0' }, 'revision: invalid_type'),
	field('a truth for a revision', { revision: true }, 'revision: invalid_type'),
	field('null for a revision', { revision: null }, 'revision: invalid_type'),
	literal('a number that no number holds', '1e400', 'revision: invalid_type'),
	literal('an integer that loses its last digit', '9007199254740993', 'revision: too_big'),
	literal('a number nearly nothing', '1e-320', 'revision: invalid_type'),
	field('a text for a truth', { retracted: 'false' }, 'retracted: invalid_type'),
	field('nought for a truth', { retracted: 0 }, 'retracted: invalid_type'),
	field(
		'a taxonomy of later',
		{ taxonomy: '2099.1' },
		'taxonomy: unknown_taxonomy_version',
		'unknown_taxonomy',
	),
	field('a word for a taxonomy', { taxonomy: CANARY }, 'taxonomy: invalid_format'),
	field('an hour with minutes', { observedAt: '2026-11-10T13:05:00Z' }, 'observedAt: invalid_format'),
	field('an hour of another zone', { observedAt: '2026-11-10T13:00:00+01:00' }, 'observedAt: invalid_format'),
	field('a number for an hour', { observedAt: 1_762_779_600 }, 'observedAt: invalid_type'),
	field('the 30th of February', { observedAt: '2026-02-30T10:00:00Z' }, 'observedAt: invalid_date', beyond),
	field('a 13th month', { observedAt: '2026-13-01T10:00:00Z' }, 'observedAt: invalid_date', beyond),
	field('a 25th hour', { observedAt: '2026-11-10T24:00:00Z' }, 'observedAt: invalid_date', beyond),
	field('a year beyond the store', { observedAt: '9999-01-01T00:00:00Z' }, 'observedAt: in_future', beyond),
	field('a year before the store', { observedAt: '1969-12-31T23:00:00Z' }, 'observedAt: too_old', beyond),
	field('no platform', { platform: undefined }, 'platform: invalid_type'),
	field('an unknown platform', { platform: CANARY }, 'platform: unknown_code', codeless),
	field('a code of another list', { platform: 'RSA' }, 'platform: unknown_code', codeless),
	field('an unknown situation', { ...signal, situation: CANARY }, 'situation: unknown_code', codeless),
	field('a code in lower case', { platform: 'ameli' }, 'platform: invalid_format'),
	field('an empty code', { platform: '' }, 'platform: invalid_format'),
	field('a code with spaces around', { platform: ' AMELI ' }, 'platform: invalid_format'),
	field('a code one letter too long', { platform: 'A'.repeat(49) }, 'platform: invalid_format'),
	field('a huge code', { platform: 'A'.repeat(900_000) }, '', 'invalid_event', 'body_too_large'),
	field('a huge field', { comment: CANARY.repeat(80_000) }, '', 'invalid_event', 'body_too_large'),
	field('a lone surrogate', { platform: 'AMELI\ud800' }, 'platform: invalid_format'),
	field('a surrogate pair the wrong way round', { platform: '\udc00\ud800' }, 'platform: invalid_format'),
	field('a null character', { platform: 'AMELI\u0000' }, 'platform: invalid_format'),
	field('a text that runs backwards', { platform: '\u202eILEMA' }, 'platform: invalid_format'),
	field('letters that look alike', { platform: 'САF_MON_COMPTE' }, 'platform: invalid_format'),
	field('an emoji', { platform: '🔥' }, 'platform: invalid_format'),
	field('a column too many', { platform: 'AMELI\tRSA' }, 'platform: invalid_format'),
	field('a row too many', { platform: 'AMELI\nRSA' }, 'platform: invalid_format'),
	field('the word for nothing of a table', { platform: '\\N' }, 'platform: invalid_format'),
	field('a statement', { platform: "'); DROP TABLE private.events" }, 'platform: invalid_format'),
	field('a formula', { platform: '=1+1' }, 'platform: invalid_format'),
	field('markup', { platform: `<script>${CANARY}</script>` }, 'platform: invalid_format'),
	field('an object for a code', { platform: { code: CANARY } }, 'platform: invalid_type'),
	field('a list for a code', { platform: [CANARY] }, 'platform: invalid_type'),
	field('a thousand levels for a code', { platform: nested(1_000) }, 'platform: invalid_type'),
	field('a text for a list', { factors: 'PEUR' }, 'factors: invalid_type'),
	field('an object for a list', { factors: { 0: 'PEUR', length: 1 } }, 'factors: invalid_type'),
	field('two thousand factors', { factors: Array(2_000).fill('PEUR') }, 'factors: too_big'),
	field('null among factors', { factors: ['PEUR', null] }, 'factors.1: invalid_type'),
	field('an unknown factor', { ...failure, factors: ['PEUR', CANARY] }, 'factors.1: unknown_code', codeless),
	field('a list among factors', { factors: [['PEUR']] }, 'factors.0: invalid_type'),
	field('a missing right', { ...failure, benefit: undefined }, 'benefit: invalid_type'),
	field('null for what may be left out', { step: null }, 'step: invalid_type'),
	field(
		'a loop that is no word',
		{ ...referral, reason: 'SATURATION', loop: CANARY, hopBucket: 'UN' },
		'loop: invalid_value',
	),
	field(
		'a number of hops',
		{ ...referral, reason: 'SATURATION', loop: 'NON', hopBucket: 3 },
		'hopBucket: invalid_value',
	),
];
