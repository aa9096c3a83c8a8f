import { expect, test } from 'vitest';
import { consumers, sources } from '../src/silence.js';
import { listen } from './silence-clock.js';

const SECOND_MS = 1_000;
/** A Monday in Paris. */
const monday = Date.parse('2026-11-02T00:00+01:00');
const at = (day: number, time: string): number =>
	Date.parse(`2026-11-${String(2 + day).padStart(2, '0')}T${time}+01:00`);

/** Ten o'clock on each working day of the two weeks from Monday 2 November; Wednesday the 11th is a holiday. */
const eachMorning = [0, 1, 2, 3, 4, 7, 8, 10, 11].map((day) => at(day, '10:00'));

const useDailySource = () => {
	const listening = listen({ kind: 'source', measure: sources }, monday);
	for (const time of eachMorning) listening.says('key hospital', time);
	return listening;
};

test('a source that sends each morning is quiet when it has sent nothing for two working days', () => {
	const { at: checkedAt } = useDailySource();

	// Friday 13 at 10:00 was the last: the week-end does not count, nor do nights.
	expect(checkedAt(at(14, '10:00'))).toEqual([]);
	expect(checkedAt(at(15, '10:00'))).toEqual(['key hospital']);
});

test('the alarm is never later than twice the usual interval, and at most a sixtieth of a step earlier', () => {
	const twice = at(15, '10:00');
	const sixtieth = sources.stepMs / 60;

	expect(useDailySource().at(twice - sixtieth - 1)).toEqual([]);
	expect(useDailySource().at(twice - sixtieth + 1)).toEqual(['key hospital']);
	expect(useDailySource().at(twice)).toEqual(['key hospital']);
});

test('an alarm is told once, shown while it lasts, and ends with the next sign', async () => {
	const { at: checkedAt, says, lines, metrics } = useDailySource();
	const shown = async () =>
		(await metrics.getSingleMetric('silence_alarm')?.get())?.values.map(({ value }) => value);

	checkedAt(at(16, '10:00'));
	checkedAt(at(16, '11:00'));
	expect(await shown()).toEqual([1]);
	says('key hospital', at(16, '12:00'));
	checkedAt(at(16, '12:01'));

	expect(await shown()).toEqual([0]);
	const told = lines.map((line) => JSON.parse(line)).map(({ msg, party }) => `${party}: ${msg}`);
	expect(told).toEqual(['key hospital: gone quiet', 'key hospital: heard again']);
});

test('a source is expected from its sixth sign on: five intervals are a past', () => {
	const { at: checkedAt, says } = listen({ kind: 'source', measure: sources }, monday);
	for (const time of eachMorning.slice(0, 5)) says('key new', time);
	expect(checkedAt(at(27, '10:00'))).toEqual([]);

	const known = listen({ kind: 'source', measure: sources }, monday);
	for (const time of eachMorning.slice(0, 6)) known.says('key new', time);
	expect(known.at(at(27, '10:00'))).toEqual(['key new']);
});

test('an outage is no habit: the next silence is noticed almost as soon', () => {
	const { at: checkedAt, says } = useDailySource();

	// Six working days of silence are learnt as two.
	says('key hospital', at(21, '10:00'));

	expect(checkedAt(at(24, '10:00'))).toEqual([]);
	expect(checkedAt(at(25, '10:00'))).toEqual(['key hospital']);
});

test('a consumer is quiet after half a minute, by night too, even if it never spoke', () => {
	const night = at(0, '03:00');
	const { watch, at: checkedAt } = listen({ kind: 'consumer', measure: consumers }, night);
	watch.expect('registry');

	expect(checkedAt(night + 29 * SECOND_MS)).toEqual([]);
	expect(checkedAt(night + 30 * SECOND_MS)).toEqual(['registry']);
});

test('a consumer that usually takes a minute is given two', () => {
	const start = at(0, '12:00');
	const { watch, at: checkedAt, says } = listen({ kind: 'consumer', measure: consumers }, start);
	watch.expect('events');
	for (let second = 15; second <= 600; second += second < 60 ? 15 : 60) {
		says('events', start + second * SECOND_MS);
		if (second === 60) for (const extra of [30, 45]) says('events', start + (second + extra) * SECOND_MS);
	}
	const last = start + 600 * SECOND_MS;

	expect(checkedAt(last + 119 * SECOND_MS)).toEqual([]);
	expect(checkedAt(last + 120 * SECOND_MS)).toEqual(['events']);
});

test('a party of which nothing is expected any more is forgotten, with its figures', async () => {
	let revoked = false;
	const {
		at: checkedAt,
		says,
		metrics,
	} = listen({ kind: 'source', measure: sources, isExpected: () => !revoked }, monday);
	for (const time of eachMorning) says('key gone', time);
	expect(checkedAt(at(20, '10:00'))).toEqual(['key gone']);

	revoked = true;

	expect(checkedAt(at(20, '10:01'))).toEqual([]);
	expect(await metrics.metrics()).not.toContain('key gone');
});
