import { createLogger } from '@vigie/kit/logger';
import { openReportBook } from '@vigie/reporter/log/report-book';
import { openReportWriter } from '@vigie/reporter/log/report-log';
import { eventsOf } from '@vigie/reporter/reports/events-of';
import { factsOfSignal } from '@vigie/reporter/signals/facts-of-signal';
import { systemClock } from '@vigie/schemas/clock';
import type { ReportEvent } from '@vigie/schemas/reports/report-event';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { signalOf, useReporter } from './use-reporter.js';

const stack = await useReporter();
const logger = createLogger('reporter-test', 'silent');
const clock = systemClock();

const openBook = async () => {
	const book = await openReportBook(
		stack.kafka,
		stack.topic,
		openReportWriter(stack.kafka, stack.topic, clock),
		logger,
	);
	book.failed.catch(() => undefined);
	cleanUp(() => book.close());
	return book;
};

const opening = (seed: string): readonly ReportEvent[] => {
	const effect = factsOfSignal(signalOf({ id: seed.repeat(32) }), []);
	if (!effect) throw new Error('a signal opens a report');
	return eventsOf({ id: effect.id, version: 0 }, effect.facts, { kind: 'reporter' }, clock.now());
};

const bytesOf = (book: Awaited<ReturnType<typeof openBook>>): string =>
	JSON.stringify([...book.all()].map((report) => report));

test('whoever writes sees what it wrote, and a book opened again from the log is the same to the byte', async () => {
	const book = await openBook();
	const [first] = opening('a');
	await book.change(() => opening('a'));
	await book.change(() => {
		const report = book.find(first?.report ?? '');
		return report ? eventsOf(report, [{ type: 'seen' }], { kind: 'reporter' }, clock.now()) : [];
	});
	expect(book.find(first?.report ?? '')?.state).toBe('seen');
	const before = bytesOf(book);

	await book.close();
	const again = await openBook();

	expect(bytesOf(again)).toBe(before);
});

test('once another writer has begun the first can write no more, and is told so; nothing of it is in the log', async () => {
	const old = await openBook();
	const young = await openBook();

	await expect(old.change(() => opening('b'))).rejects.toMatchObject({ code: 'unavailable' });
	await expect(old.failed).rejects.toBeDefined();
	await young.change(() => opening('c'));

	const third = await openBook();
	expect([...third.all()].flatMap(({ signals }) => signals.map(({ id }) => id[0]))).toEqual(['a', 'c']);
});

test('changes asked for at once are made one after the other, each from what the one before left', async () => {
	const book = await openBook();
	const [first] = opening('a');
	const seen: number[] = [];

	await Promise.all(
		Array.from({ length: 5 }, () =>
			book.change(() => {
				const report = book.find(first?.report ?? '');
				if (!report) return [];
				seen.push(report.version);
				return eventsOf(
					report,
					[{ type: 'right_of_reply', text: 'Voici.' }],
					{ kind: 'reporter' },
					clock.now(),
				);
			}),
		),
	);

	expect(seen).toEqual([2, 3, 4, 5, 6]);
});
