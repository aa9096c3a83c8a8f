import { checkHistory } from '@vigie/test/history/check-history';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';

const row = (key: string, rows = 1) => ({ key, rows, retracted: false, slot: '2026-11-10T13:15:00Z' });

const historyOf = (...acknowledged: string[]) => {
	const history = createHistory();
	history.sent(acknowledged);
	history.told(acknowledged, 'acknowledged');
	return history;
};

test('a history whose acknowledged revisions are all stored once is without fault', () => {
	const verdict = checkHistory(historyOf('a/0', 'a/1', 'b/0'), [row('a/0'), row('a/1'), row('b/0')]);

	expect(verdict).toEqual({
		acknowledged: 3,
		stored: 3,
		lost: [],
		doubled: [],
		dead: [],
		unacknowledged: 0,
		strangers: [],
	});
});

test('a planted loss is caught, by revision', () => {
	const verdict = checkHistory(historyOf('a/0', 'a/1', 'b/0'), [row('a/0'), row('b/0')]);

	expect(verdict).toMatchObject({ acknowledged: 3, stored: 2, lost: ['a/1'], doubled: [] });
});

test('a planted double is caught, in one row of the answer or in two', () => {
	const stored = [row('a/0', 2), row('b/0'), row('b/0'), row('c/0')];

	expect(checkHistory(historyOf('a/0', 'b/0', 'c/0'), stored).doubled).toEqual(['a/0', 'b/0']);
});

test('what is stored and was never acknowledged is told apart, and is neither lost nor doubled', () => {
	const history = historyOf('a/0');
	history.sent(['b/0', 'c/0']);
	history.told(['b/0', 'c/0'], 'unknown');

	const verdict = checkHistory(history, [row('a/0'), row('b/0')]);

	expect(verdict).toMatchObject({ lost: [], doubled: [], unacknowledged: 1, strangers: [] });
});

test('a row that nobody sent is a stranger', () => {
	expect(checkHistory(historyOf('a/0'), [row('a/0'), row('z/0')]).strangers).toEqual(['z/0']);
});

test('an acknowledged event in the dead letters is not lost: it is set apart', () => {
	const verdict = checkHistory(historyOf('a/0', 'b/0'), [row('a/0')], new Set(['b/0']));

	expect(verdict).toMatchObject({ lost: [], dead: ['b/0'] });
});

test('an acknowledgement stands: a later answer that says otherwise hides no loss', () => {
	const history = historyOf('a/0');
	history.during('kill loader');
	history.told(['a/0'], 'unknown');
	history.told(['a/0'], 'refused');

	expect(checkHistory(history, []).lost).toEqual(['a/0']);
	expect(history.revisions.get('a/0')?.during).toBe('nothing');
	expect(history.acknowledged).toBe(1);
});
