import { expect, test } from 'vitest';
import { Event } from '../src/events.js';
import { createJudgeCodes, type TaxonomyReader } from '../src/judge-codes.js';
import { eventExamples } from '../src/openapi/examples.js';
import { readEntry } from '../src/taxonomy/read-entry.js';

// No code is retired yet: a list of two versions, made for the purpose, is read by the taxonomy's own rule.
const versions = ['2026.1', '2026.2'];
const platforms = [
	{ code: 'OLD', since: '2026.1', retired: '2026.2' },
	{ code: 'NEW', since: '2026.2' },
];
const reader: TaxonomyReader = {
	isKnownVersion: (version) => versions.includes(version),
	isPossible: () => true,
	whyRefused: (_list, code, version) => {
		const reading = readEntry(platforms, code, version, versions);
		return reading.ok ? null : reading.error;
	},
};
const judge = createJudgeCodes(reader);
const judged = (platform: string, taxonomy: string) =>
	judge(Event.parse({ ...eventExamples['alerte annulée'], platform, taxonomy }));

test('a retired code is refused with the version that retired it, and good with the one before', () => {
	expect(judged('OLD', '2026.2')).toEqual([{ path: 'platform', code: 'retired_code' }]);
	expect(judged('OLD', '2026.1')).toEqual([]);
});

test('a new code is unknown to the version before it', () => {
	expect(judged('NEW', '2026.1')).toEqual([{ path: 'platform', code: 'unknown_code' }]);
	expect(judged('NEW', '2026.2')).toEqual([]);
});
