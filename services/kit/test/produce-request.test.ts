import fc from 'fast-check';
import { CompressionTypes } from 'kafkajs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type ProduceArguments, produce } from '../src/kafkajs-internals.js';
import { encodeProduce, encodeProduceOurselves } from '../src/produce-request.js';

const NEWEST = 7;
/** As kafkajs makes requests by itself: taken before anything is put in its place. */
const original = produce.protocol({ version: NEWEST });
const WEEK_MS = 7 * 24 * 60 * 60_000;

const bytes = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 9_000 }), fc.uint8Array().map(Buffer.from));
const header = fc.oneof(bytes, fc.array(fc.string(), { minLength: 1, maxLength: 3 }));
const messages = fc
	.tuple(
		fc.boolean(),
		fc.array(
			fc.record({
				key: fc.option(bytes),
				value: fc.option(bytes),
				headers: fc.option(fc.dictionary(fc.string(), header, { maxKeys: 4 }), { nil: undefined }),
				afterMs: fc.nat(2 * WEEK_MS),
			}),
			{ minLength: 1, maxLength: 40 },
		),
	)
	.map(([timed, all]) =>
		all.map(({ afterMs, headers, ...message }) => ({
			...message,
			...(headers && { headers }),
			...(timed && { timestamp: String(1_796_000_000_000 + afterMs) }),
		})),
	);
const requests: fc.Arbitrary<ProduceArguments> = fc.record({
	acks: fc.constantFrom(-1, 1),
	timeout: fc.nat(30_000),
	producerId: fc.constantFrom('-1', '0', '9007199254740993'),
	producerEpoch: fc.nat(32_767),
	topicData: fc.array(
		fc.record({
			topic: fc.string({ minLength: 1 }),
			partitions: fc.array(fc.record({ partition: fc.nat(20), firstSequence: fc.nat(), messages }), {
				minLength: 1,
				maxLength: 3,
			}),
		}),
		{ minLength: 1, maxLength: 2 },
	),
});

test('our encoding of a Produce request is that of kafkajs, to the byte, whatever is in it', async () => {
	// A message without a time has the present one, which must be the same for both.
	vi.useFakeTimers({ toFake: ['Date'] });
	onTestFinished(() => void vi.useRealTimers());
	await fc.assert(
		fc.asyncProperty(requests, async (given) => {
			const theirs = (await original(given).request.encode()).buffer;
			expect(encodeProduce(given).buffer.equals(theirs)).toBe(true);
		}),
		{ numRuns: 60 },
	);
});

test('what is compressed or part of a transaction is left to kafkajs', async () => {
	encodeProduceOurselves();
	const given: ProduceArguments = {
		acks: -1,
		timeout: 3_000,
		producerId: '1',
		producerEpoch: 0,
		topicData: [
			{
				topic: 'any',
				partitions: [{ partition: 0, firstSequence: 0, messages: [{ value: 'v', timestamp: '1' }] }],
			},
		],
	};
	const encoded = (asked: ProduceArguments) => produce.protocol({ version: NEWEST })(asked).request.encode();

	for (const special of [{ compression: CompressionTypes.GZIP }, { transactionalId: 'one' }]) {
		const theirs = await original({ ...given, ...special }).request.encode();
		expect((await encoded({ ...given, ...special })).buffer.equals(theirs.buffer)).toBe(true);
	}
	expect((await encoded(given)).buffer.equals(encodeProduce(given).buffer)).toBe(true);
});
