import type { IHeaders } from 'kafkajs';
import { admittedText, CANARY, goodEvent, type Poison } from './poison.js';

interface Trick {
	/** Headers and key beside the message on the topic. */
	readonly kafka: IHeaders;
	readonly key?: Buffer | null;
	/** Headers of the request. */
	readonly http: Readonly<Record<string, string>>;
	readonly code: Poison['http']['code'];
}

const newer = () => JSON.stringify(goodEvent({ version: '2-0-0' }));

/** trick is an event of a version that is not there yet, under headers that say otherwise. */
const trick = (name: string, { kafka, key, http, code }: Trick): Poison => {
	const event = newer();
	return {
		name,
		topic: {
			value: Buffer.from(admittedText(event)),
			headers: kafka,
			...(key === undefined ? {} : { key }),
			reason: 'unknown_version',
		},
		http: {
			body: Buffer.from(event),
			headers: http,
			code,
			...(code === 'invalid_request' ? { error: 'version: unknown_version' } : {}),
		},
	};
};

const thousand = Object.fromEntries(Array.from({ length: 1_000 }, (_none, index) => [`x-${index}`, CANARY]));
const hundred = Object.fromEntries(Array.from({ length: 100 }, (_none, index) => [`x-${index}`, CANARY]));

/** poisonedHeaders: what stands beside the body is believed by nobody. */
export const poisonedHeaders: readonly Poison[] = [
	trick('another kind and version in the headers', {
		kafka: { ce_type: 'dysfunction.alerted', ce_dataschema: 'dysfunction.alerted/1-0-0' },
		http: { 'ce-type': 'dysfunction.alerted', 'ce-dataschema': 'dysfunction.alerted/1-0-0' },
		code: 'invalid_request',
	}),
	trick('the headers of a dead letter', {
		kafka: { reason: 'empty', origin: CANARY, component: CANARY, schema: CANARY, firstSeenAt: CANARY },
		http: { reason: 'empty', origin: `https://${CANARY}.example`, 'x-forwarded-for': CANARY },
		code: 'invalid_request',
	}),
	trick('the names that every object has', {
		kafka: { constructor: CANARY, toString: CANARY, ['__proto__']: CANARY },
		http: { constructor: CANARY, 'x-http-method-override': 'DELETE' },
		code: 'invalid_request',
	}),
	trick('a header of no name and one of no value', {
		kafka: { '': CANARY, ce_id: '', ce_type: Buffer.alloc(0) },
		http: { 'ce-id': '', 'ce-type': '' },
		code: 'invalid_request',
	}),
	trick('a header given three times', {
		kafka: { ce_id: ['1', '2', '3'] },
		http: { 'ce-id': '1, 2, 3' },
		code: 'invalid_request',
	}),
	trick('headers by the hundred', { kafka: thousand, http: hundred, code: 'invalid_request' }),
	trick('a huge header', {
		kafka: { ce_id: CANARY.repeat(50_000) },
		http: { 'ce-id': CANARY.repeat(500) },
		code: 'invalid_request',
	}),
	trick('a huge key', {
		kafka: {},
		key: Buffer.from(CANARY.repeat(50_000)),
		http: { 'idempotency-key': CANARY.repeat(500) },
		code: 'invalid_request',
	}),
	trick('no key', { kafka: {}, key: null, http: {}, code: 'invalid_request' }),
	trick('a key that is not its id', {
		kafka: { ce_id: CANARY },
		key: Buffer.from([0xff, 0xfe]),
		http: { 'idempotency-key': CANARY },
		code: 'invalid_request',
	}),
	trick('another type of content', {
		kafka: { 'content-type': 'text/plain' },
		http: { 'content-type': 'text/plain' },
		code: 'unsupported_media_type',
	}),
	trick('another charset', {
		kafka: { 'content-type': 'application/json; charset=utf-16' },
		http: { 'content-type': 'application/json; charset=utf-16' },
		code: 'invalid_request',
	}),
	trick('said to be compressed', {
		kafka: { 'content-encoding': 'gzip' },
		http: { 'content-encoding': 'gzip' },
		code: 'unsupported_media_type',
	}),
	trick('in parts', {
		kafka: { 'content-type': 'multipart/form-data; boundary=x' },
		http: { 'content-type': 'multipart/form-data; boundary=x' },
		code: 'unsupported_media_type',
	}),
];
