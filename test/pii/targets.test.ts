import { cleanSentences, letters, mutatedIdentifiers } from '@vigie/test/pii/corpora';
import { type Score, scoreRecords } from '@vigie/test/pii/score';
import { expect, it } from 'vitest';

const SEEDS = ['1', '2', '3'] as const;
const COUNT = 60;

const recall = ({ labels }: Score, label: string): number => {
	const { found, spans } = labels.get(label) ?? { found: 0, spans: 0 };
	expect(spans).toBeGreaterThan(20);
	return found / spans;
};

it.each(SEEDS)(
	'every made-up number and e-mail address is found, however it is written (seed %s)',
	(seed) => {
		const score = scoreRecords(mutatedIdentifiers(COUNT, seed));

		for (const label of ['NIR', 'SPI', 'IBAN', 'TEL', 'MAIL'])
			expect([label, recall(score, label)]).toEqual([label, 1]);
	},
);

// Only the halves that were never looked at while the rules were made.
it.each(SEEDS)('people are found in letters of forms never seen (seed %s)', (seed) => {
	const score = scoreRecords(letters('measure', seed));

	for (const label of ['SECU', 'TEL', 'MAIL', 'DDN'])
		expect(recall(score, label)).toBeGreaterThanOrEqual(0.97);
	expect(recall(score, 'NOM')).toBeGreaterThanOrEqual(0.9);
	expect(recall(score, 'PRENOM')).toBeGreaterThanOrEqual(0.88);
});

it('at most one sentence of the trade in twenty is refused, of those never seen', () => {
	const { clean } = scoreRecords(cleanSentences('measure'));

	expect(clean.texts).toBeGreaterThanOrEqual(200);
	expect(clean.refused / clean.texts).toBeLessThanOrEqual(0.05);
});

it('the corpora are the same for the same seed, and others for another', () => {
	expect(letters('measure', '4')).toEqual(letters('measure', '4'));
	expect(mutatedIdentifiers(2, '4')).not.toEqual(mutatedIdentifiers(2, '5'));
});
