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
