import { WEEKLY_MODEL } from '@vigie/detector/weekly/weekly-signal';
import { expect, it } from 'vitest';
import report from '../src/detection-scores.json';
import { methodParts } from '../src/texts/method-texts.js';

it('the scores shown are those of the model that judges weeks (npm run bench:detection -- --seed S --replicates 9 --only weekly,history --write)', () => {
	expect(report.model).toEqual(WEEKLY_MODEL);
	expect(report.replicates).toBeGreaterThanOrEqual(3);
});

it('with 10, 26 and 52 weeks of history false alarms stay within the promise', () => {
	for (const weeks of ['10 weeks', '26 weeks', '52 weeks'] as const)
		expect(report.history[weeks].fpr).toBeLessThanOrEqual(0.015);
});

it('the method says, in each language, how sure it is with little history: bursts found and false alarms, from that file', () => {
	const wanted = { fr: 'semaines d’histoire', en: 'weeks of history' } as const;
	for (const language of ['fr', 'en'] as const) {
		const part = methodParts[language].find(({ id }) => id === 'surete');
		for (const weeks of [10, 26, 52] as const) {
			const line = part?.items?.find((item) => item.startsWith(`${weeks} ${wanted[language]}`)) ?? '';
			const { pod, fpr } = report.history[`${weeks} weeks`];
			const shown = line.match(/[\d.,]+(?=\s?%)/g)?.map((text) => Number(text.replace(',', '.')));
			expect(shown).toEqual([Math.round(100 * pod), Math.round(1000 * fpr) / 10]);
		}
	}
});
