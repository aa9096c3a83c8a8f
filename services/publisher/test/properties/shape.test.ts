import { mechanism } from '@vigie/publisher/disclosure/mechanism';
import { createDisclosure, type Disclosure } from '@vigie/publisher/release/disclose';
import { renderRelease } from '@vigie/publisher/release/render';
import type { FrozenFacts } from '@vigie/publisher/release/withheld';
import { expect, it } from 'vitest';
import { disclosure, nodes } from './random-weeks.js';

/** expectP12 renders a week with one cell, hidden for each reason. */
const expectP12 = (gate: Disclosure): void => {
	const cell = nodes.find(({ id }) => id === 'departement')?.base ?? 0;
	const render = (facts: Partial<FrozenFacts> | null) =>
		renderRelease(
			'2026-W46',
			nodes,
			new Map(facts ? [[cell, { n: 0, kappa: 5n, structures: 1, top: 0, withheld: 'none', ...facts }]] : []),
			gate,
		).hash;
	const empty = render(null);

	for (const facts of [
		{ n: 1, top: 1 },
		{ n: 9, structures: 2, top: 5 },
		{ n: 400, top: 400 },
		{ n: 60, structures: 9, top: 8, withheld: 'both' as const },
	])
		expect(render(facts)).toBe(empty);
	expect(render({ n: 60, structures: 9, top: 8 })).not.toBe(empty);
};

it(
	'P12: a hidden cell is the same bytes whatever it hides: nothing, 1 event, 9, or 400 of one structure',
	() => expectP12(disclosure),
	60_000,
);

it('P12 is seen to fail when what is hidden from all still shows that something is there', () => {
	const marked: Disclosure = {
		...disclosure,
		of: (facts) => disclosure.of(facts) ?? (facts.n > 0 ? { y: 3, readers: 'signed' } : null),
	};
	expect(() => expectP12(marked)).toThrow();
}, 60_000);

/** errorsOf tells how far shown cells are from the truth: the share within twice the told deviation, and the median relative error. */
const errorsOf = (gate: Disclosure): { readonly within: number; readonly half: number } => {
	const errors = Array.from({ length: 20_000 }, (_, index) => {
		const n = 20 + (index % 60);
		const read = gate.of({ n, kappa: BigInt(index) * 7919n, structures: 9, top: 3 });
		return { error: Math.abs((read?.y ?? n) - n), n };
	});
	const relative = errors.map(({ error, n }) => error / n).sort((left, right) => left - right);
	return {
		within: errors.filter(({ error }) => error <= 2 * Math.sqrt(mechanism.V)).length / errors.length,
		half: relative[relative.length / 2] ?? 1,
	};
};

it('P13: what is shown is within 2√V of the truth in 95 % of large cells, and half of them within 7 %', () => {
	const { within, half } = errorsOf(disclosure);

	expect(within).toBeGreaterThan(0.95);
	expect(half).toBeLessThan(0.07);
});

it('P13 is seen to fail on a noise of twice the variance that is told', () => {
	const { D, V, k, kSigned } = mechanism;
	const twice = { ...mechanism, D: 2 * D, V: 2 * V, k: k + D, kSigned: kSigned + D };
	const wider = createDisclosure(twice, Buffer.alloc(32, 5));

	expect(errorsOf(wider).within).toBeLessThan(0.95);
});
