import { createRandom } from '@vigie/demonstration/random';
import { guess, type Target } from '@vigie/test/attack/guess';
import { expect, it } from 'vitest';

const SECRETS = 120;

/** targetsOf hides a few small numbers behind tables whose readings are as told. */
const targetsOf = (seed: string, clueOf: (truth: number, random: () => number) => string): Target[] => {
	const random = createRandom(`guess/${seed}`);
	const draw = (): number => Math.floor(3 * random.uniform());
	return Array.from({ length: SECRETS }, (_, secret) => {
		const truth = draw();
		return {
			secret: String(secret),
			truth,
			priors: [`table ${secret % 4}`],
			clues: [clueOf(truth, draw)],
			direct: [draw()],
		};
	});
};

it('tables that tell nothing gain nothing, whatever the secrets', () => {
	const gains = Array.from({ length: 12 }, (_, seed) => {
		const { score, baseline } = guess(
			targetsOf(String(seed), (_, draw) => String(draw())),
			'nothing',
		);
		return score - baseline;
	});

	expect(Math.max(...gains)).toBeLessThanOrEqual(0.03);
});

it('tables that tell half of the time gain what they tell', () => {
	const { score, baseline, trials, interval } = guess(
		targetsOf('half', (truth, draw) => (draw() > 0 ? String(truth) : 'nothing')),
		'half',
	);

	expect(trials).toBe(SECRETS);
	expect(score - baseline).toBeGreaterThan(0.2);
	expect(interval[0]).toBeLessThan(score);
	expect(interval[1]).toBeGreaterThan(score);
});
