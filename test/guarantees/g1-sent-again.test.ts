import { randomUUID } from 'node:crypto';
import { createQuerier } from '@vigie/kit/clickhouse';
import { weekOfSlot } from '@vigie/schemas/calendar';
import { declare, declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import { readStored } from '@vigie/test/history/read-stored';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** jump starts intake again with a clock that is ahead, and without its memory of duplicates. */
const jump = async (aheadMs: number): Promise<void> => {
	await stack.kill('intake');
	stack.change('intake', { VIGIE_CLOCK_OFFSET_MS: String(aheadMs) });
	await stack.forgetDuplicates();
	await stack.start('intake');
};

const copiesOf = createQuerier(stack.clientOf('detector'))({
	sql: 'SELECT count() AS n, uniqExact(receivedWeek) AS weeks FROM private.events WHERE id = {id: UUID}',
	params: z.object({ id: z.uuid() }),
	row: z.object({ n: z.coerce.number(), weeks: z.coerce.number() }),
});

test('G1: an event in two batches at once, and again in a third, counts once', {
	timeout: 120_000,
}, async () => {
	const [shared, ...others] = declareMany(41);
	const twice = [
		[...(shared ? [shared] : []), ...others.slice(0, 20)],
		[...(shared ? [shared] : []), ...others.slice(20)],
	];

	await Promise.all(twice.map((batch) => sendUntilTold(stack, batch, history)));
	await sendUntilTold(stack, twice.flat().slice(0, 5), history);

	expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(41);
});

test('G1: an event sent again a week later, by a clock that jumped, counts once, in the week of its first reception', {
	timeout: 120_000,
}, async () => {
	const batch = declareMany(30);
	await sendUntilTold(stack, batch, history);
	await jump(WEEK_MS);
	await sendUntilTold(stack, batch, history);
	await jump(0);
	await sendUntilTold(stack, batch, history);

	await expectAllStoredOnce(stack, history);

	const [copies] = await copiesOf({ id: batch[0]?.id ?? '' });
	expect(copies?.weeks, 'it was received in two weeks').toBe(2);
	const weeks = (await readStored(stack.clientOf('detector'))).map(({ slot }) => weekOfSlot(slot));
	expect(new Set(weeks).size, 'and stands in one').toBe(1);
});

test('G1: revisions in any order, a retraction before its event among them, leave the highest one standing', {
	timeout: 120_000,
}, async () => {
	const [changed, undone] = [randomUUID(), randomUUID()];
	const before = await expectAllStoredOnce(stack, history);
	for (const event of [
		declare({ id: changed, revision: 2, step: 'PIECES' }),
		declare({ id: undone, revision: 1, retracted: true }),
		declare({ id: changed, revision: 0 }),
		declare({ id: undone, revision: 0 }),
		declare({ id: changed, revision: 1, step: 'CONNEXION' }),
	])
		await sendUntilTold(stack, [event], history);

	const after = await expectAllStoredOnce(stack, history);

	expect(after.acknowledged).toBe(before.acknowledged + 5);
	expect(after.counted).toBe(before.counted + 1);
});
