import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runDetect } from '@vigie/detector/command/detect';
import { expect, it, onTestFinished } from 'vitest';

/** detect runs the command on a file of this content, and gives its exit code and what it said. */
const detect = async (content: string, ...args: string[]) => {
	const folder = mkdtempSync(join(tmpdir(), 'vigie-detect-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'series.json');
	writeFileSync(file, content);
	const [said, complained]: [string[], string[]] = [[], []];
	const code = await runDetect(['--series', file, ...args], {
		say: (text) => said.push(text),
		complain: (text) => complained.push(text),
	});
	return {
		code,
		answer: said.length > 0 ? JSON.parse(said.join('\n')) : null,
		complaint: complained.join('\n'),
	};
};

const counts = Array.from({ length: 320 }, (_, week) => 5 + ((week * 7) % 4));
const series = (more: object = {}) => JSON.stringify({ start: '2019-W01', counts, ...more });

it('prints the mean, the dispersion, the bound, the tails and the evidence of both modes', async () => {
	const { code, answer } = await detect(series(), '--week', '310');

	expect(code).toBe(0);
	expect(answer).toMatchObject({ index: 310, week: '2024-W50', y: counts[310] });
	for (const mode of ['harmonic', 'farringtonFlexible'])
		for (const key of ['mu', 'phi', 'bound', 'p', 'midp', 'esr'])
			expect(answer[mode][key]).toBeTypeOf('number');
});

it('answers at any week, the first and a missing one included', async () => {
	const holed = series({ counts: counts.map((count, week) => (week === 200 ? null : count)) });
	const { code, answer } = await detect(holed, '--week', '0..319');

	expect(code).toBe(0);
	expect(answer.weeks).toHaveLength(320);
	expect(answer.weeks[0]).toMatchObject({ harmonic: null, farringtonFlexible: null });
	expect(answer.weeks[200].harmonic).toMatchObject({ p: null, midp: null });
	for (const { harmonic, farringtonFlexible } of answer.weeks.slice(1)) {
		expect(harmonic.mu).toBeGreaterThan(0);
		expect(farringtonFlexible.bound).toBeGreaterThan(0);
	}
});

const odd = {
	'nothing at all': { counts: counts.map(() => 0) },
	'a first count after nothing': { counts: counts.map((_, week) => (week === 319 ? 7 : 0)) },
	'one event in two years': { counts: counts.map((_, week) => (week % 97 === 0 ? 1 : 0)) },
	'three weeks': { counts: [3, 1, 4] },
	'four hundred weeks': { counts: Array.from({ length: 400 }, (_, week) => 7 + ((week * 13) % 9)) },
	'a start in a week 53': { start: '2020-W53', counts },
	'the date of a week 53': { start: '2020-12-28', counts },
	'a start in the middle of a week': { start: '2019-01-09', counts },
	'millions and nothing by turns': { counts: counts.map((_, week) => (week % 2) * 5_000_000) },
	'thousands of millions': { counts: counts.map((_, week) => 1_000_000_000_000 - week * 7_919) },
	'a leap from a few to millions': {
		counts: counts.map((count, week) => (week === 319 ? 5_000_000 : count)),
	},
	'an end that is missing': { counts: counts.map((count, week) => (week > 315 ? null : count)) },
};

it.each(Object.entries(odd))(
	'answers in both modes, and soon, for %s',
	{ timeout: 30_000 },
	async (_, more) => {
		const { code, answer } = await detect(series(more));

		expect(code).toBe(0);
		for (const mode of ['harmonic', 'farringtonFlexible']) {
			const { mu, phi, bound, p, midp, esr } = answer[mode];
			expect(mu).toBeGreaterThan(0);
			expect(phi).toBeGreaterThanOrEqual(1);
			expect(Number.isSafeInteger(bound)).toBe(true);
			expect(esr).toBeGreaterThanOrEqual(0);
			if (answer.y === null) expect([p, midp]).toEqual([null, null]);
			else {
				expect(midp).toBeLessThanOrEqual(p);
				expect(midp).toBeGreaterThanOrEqual(0);
				expect(p).toBeLessThanOrEqual(1);
			}
		}
	},
);

it('has nothing to say of a series of which no week is known', async () => {
	const { code, answer } = await detect(series({ counts: counts.map(() => null) }));

	expect(code).toBe(0);
	expect(answer).toMatchObject({ y: null, harmonic: null, farringtonFlexible: null });
});

it('names weeks as the file does, and finds past years by date when it gives one', async () => {
	const dated = await detect(series({ start: '2018-12-31' }), '--week', '2024-12-09');

	expect(dated.answer).toMatchObject({ week: '2024-12-09', index: 310, pastYears: 'by date' });
	expect((await detect(series(), '--week', '2024-W50')).answer.pastYears).toBe('52 weeks apart');
});

it.each([
	['no JSON', 'counts', /pas du JSON/],
	['no counts', '{"start":"2019-W01"}', /counts doit être une liste/],
	['an empty list', '{"start":"2019-W01","counts":[]}', /ne peut pas être vide/],
	['a negative correction', '{"start":"2019-W01","counts":[1,-2]}', /counts\[1\] ne peut pas être négatif/],
	[
		'a count beyond all people',
		'{"start":"2019-W01","counts":[9e15]}',
		/counts\[0\] dépasse mille milliards/,
	],
	['a word for a count', '{"start":"2019-W01","counts":["3"]}', /counts\[0\] doit être un entier/],
	['no start', '{"counts":[1,2]}', /start doit être une semaine/],
	['half an event', '{"start":"2019-W01","counts":[1.5]}', /counts\[0\] doit être un entier/],
	['a week that does not exist', '{"start":"2019-W53","counts":[1]}', /start doit être une semaine/],
	['a day that does not exist', '{"start":"2019-02-30","counts":[1]}', /start doit être une semaine/],
	['an unknown field', '{"start":"2019-W01","counts":[1],"count":2}', /champ inconnu : count/],
	[
		'lists of unequal lengths',
		'{"start":"2019-W01","counts":[1,2],"reporters":[4]}',
		/reporters a 1 semaines/,
	],
])('says what is wrong with a file: %s', async (_, content, sentence) => {
	const { code, complaint } = await detect(content);

	expect(code).toBe(1);
	expect(complaint).toMatch(sentence);
});

it.each([
	[['--week', '2031-W01'], /n’est pas une semaine de la série/, 1],
	[['--week', '12..3'], /avant la première/, 1],
	[['--alpha', '2'], /entre 0 et 1/, 1],
	[['--weeks', '12'], /Usage/, 2],
] as const)('says what is wrong with a call: %s', async (args, sentence, exitCode) => {
	const { code, complaint } = await detect(series(), ...args);

	expect(code).toBe(exitCode);
	expect(complaint).toMatch(sentence);
});
