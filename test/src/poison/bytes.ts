import { gzipSync } from 'node:zlib';
import type { DeadReason } from '@vigie/schemas/dead-letter';
import type { ProblemCode } from '@vigie/schemas/problem';
import { admittedText, CANARY, goodEvent, type Poison } from './poison.js';

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const good = (): string => JSON.stringify(goodEvent());

type Outcome = readonly [reason: DeadReason, code: ProblemCode, error?: string];
const malformed: Outcome = ['malformed_json', 'malformed_json'];
const repeated: Outcome = ['repeated_name', 'malformed_json'];

const poison = (
	name: string,
	value: Buffer | null,
	body: Buffer,
	[reason, code, error]: Outcome,
): Poison => ({ name, topic: { value, reason }, http: { body, code, ...(error ? { error } : {}) } });

/** whole spoils a message, or a body, from end to end. */
const whole = (name: string, outcome: Outcome, spoil: (text: string) => string | Buffer): Poison => {
	const event = good();
	const [value, body] = [spoil(admittedText(event)), spoil(event)].map((made) => Buffer.from(made));
	return poison(name, value ?? null, body ?? Buffer.alloc(0), outcome);
};

/** inside spoils the text of the event alone. */
const inside = (name: string, outcome: Outcome, spoil: (text: string) => string): Poison => {
	const event = spoil(good());
	return poison(name, bytes(admittedText(event)), bytes(event), outcome);
};

/** amid puts bytes in the middle of a code. */
const amid = (name: string, outcome: Outcome, ...strange: number[]): Poison => {
	const [before = '', after = ''] = good().split('CAF_MON_COMPTE');
	const event = Buffer.concat([bytes(before), Buffer.from(strange), bytes(after)]);
	const [head = '', tail = ''] = admittedText('|').split('|');
	return poison(name, Buffer.concat([bytes(head), event, bytes(tail)]), event, outcome);
};

const notUtf8: Outcome = ['not_utf8', 'invalid_request', 'platform: invalid_format'];
const noObject: Outcome = ['invalid_event', 'invalid_request', ': invalid_type'];

/** bigEndian is UTF-16 with its mark, as some editors save. */
const bigEndian = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

/** poisonedBytes: what cannot be read at all. */
export const poisonedBytes: readonly Poison[] = [
	poison('no value', null, Buffer.alloc(0), ['empty', 'malformed_json']),
	poison('an empty value', Buffer.alloc(0), Buffer.alloc(0), ['empty', 'malformed_json']),
	whole('a single brace', malformed, () => '{'),
	whole('the first half', malformed, (text) => text.slice(0, text.length / 2)),
	whole('all but the last byte', malformed, (text) => text.slice(0, -1)),
	whole('all but the first byte', malformed, (text) => text.slice(1)),
	whole('two of them', malformed, (text) => text + text),
	whole('a comma too many', malformed, (text) => text.replace(/}$/, ',}')),
	whole('single quotation marks', malformed, (text) => text.replaceAll('"', "'")),
	whole('names without quotation marks', malformed, (text) => text.replaceAll(/"(\w+)":/g, '$1:')),
	whole('a comment', malformed, (text) => `${text}/* ${CANARY} */`),
	whole('a byte of zero at the end', malformed, (text) => `${text}\0`),
	whole('two byte order marks', malformed, (text) => `\ufeff\ufeff${text}`),
	whole('UTF-16', malformed, (text) => Buffer.from(text, 'utf16le')),
	whole('UTF-16 with its mark', ['not_utf8', 'malformed_json'], bigEndian),
	whole('compressed without saying so', ['not_utf8', 'malformed_json'], (text) => gzipSync(text)),
	whole('XML', malformed, () => `<event>${CANARY}</event>`),
	whole('YAML', malformed, () => `kind: ${CANARY}\nversion: 1-0-0\n`),
	whole('a form', malformed, () => `kind=${CANARY}&version=1-0-0`),
	whole('a word', malformed, () => CANARY),
	whole('nested without end', malformed, () => '['.repeat(10_000)),
	whole('null', noObject, () => 'null'),
	whole('a number', noObject, () => '17'),
	whole('a text', noObject, () => `"${CANARY}"`),
	whole('a truth', noObject, () => 'true'),
	whole('an empty list', noObject, () => '[]'),
	whole('a list of one', noObject, (text) => `[${text}]`),
	whole('an empty object', ['invalid_event', 'invalid_request', 'kind: invalid_type'], () => '{}'),
	inside('not a number', malformed, (text) => text.replace('"revision":0', '"revision":NaN')),
	inside('infinity', malformed, (text) => text.replace('"revision":0', '"revision":Infinity')),
	inside('a hexadecimal number', malformed, (text) => text.replace('"revision":0', '"revision":0x0')),
	inside('a number with a zero before it', malformed, (text) =>
		text.replace('"revision":0', '"revision":00'),
	),
	inside('undefined', malformed, (text) => text.replace('"revision":0', '"revision":undefined')),
	inside('an escape that does not exist', malformed, (text) => text.replace('CAF_', '\\x43AF_')),
	inside('half an escape', malformed, (text) => text.replace('CAF_', '\\u00')),
	inside('a line feed in a text', malformed, (text) => text.replace('CAF_', 'CAF\n')),
	inside('a tab in a text', malformed, (text) => text.replace('CAF_', 'CAF\t')),
	inside('a name given twice', repeated, (text) => text.replace('{', `{"platform":"${CANARY}",`)),
	inside('a name given twice alike', repeated, (text) => text.replace('{', '{"revision":0,')),
	inside('a name given twice, once in escapes', repeated, (text) =>
		text.replace('{', '{"\\u0070latform":"AMELI",'),
	),
	inside('a name given twice, far inside', repeated, (text) => text.replace('{', '{"x":[{"a":1,"a":2}],')),
	inside('a prototype', ['invalid_event', 'malformed_json'], (text) =>
		text.replace('{', `{"__proto__":{"${CANARY}":1},`),
	),
	inside('a prototype in escapes', ['invalid_event', 'malformed_json'], (text) =>
		text.replace('{', '{"\\u005f\\u005fproto__":{},'),
	),
	inside('a prototype behind a constructor', ['invalid_event', 'malformed_json'], (text) =>
		text.replace('{', '{"constructor":{"prototype":{}},'),
	),
	amid('a letter of Latin-1', notUtf8, 0x43, 0xe9),
	amid('half a letter of UTF-8', notUtf8, 0x43, 0xc3),
	amid('a continuation of nothing', notUtf8, 0x80),
	amid('an overlong slash', notUtf8, 0xc0, 0xaf),
	amid('a surrogate written as UTF-8', notUtf8, 0xed, 0xa0, 0x80),
	amid('a letter beyond Unicode', notUtf8, 0xf5, 0x80, 0x80, 0x80),
];
