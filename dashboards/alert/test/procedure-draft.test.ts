import { isPossible } from '@vigie/schemas/taxonomy/possible';
import { expect, test } from 'vitest';
import { benefitOptions, kindGroups, stepOptions, ungroupedKinds } from '../src/choices/lists.js';
import { completeProcedure, type ProcedureDraft, withAnswer } from '../src/declarations/procedure-draft.js';

const taps: readonly ProcedureDraft[] = [
	{ benefit: 'RSA' },
	{ platform: 'CAF_MON_COMPTE', procedureChannel: 'WEB' },
	{ step: 'CONNEXION' },
	{ failureKind: 'NIR_PROVISOIRE' },
	{ consequence: 'RETARD' },
];

test('five taps make a failed procedure, and four do not', () => {
	const four = taps.slice(0, 4).reduce(withAnswer, {});

	expect(completeProcedure(four)).toBeNull();
	expect(completeProcedure(withAnswer(four, { consequence: 'RETARD' }))).toEqual(Object.assign({}, ...taps));
});

test('an answer that was changed asks again what can no longer go with it', () => {
	const told = taps.reduce(withAnswer, {});

	const changed = withAnswer(told, { benefit: 'CARTE_GRISE' });

	expect(isPossible('platform', 'CAF_MON_COMPTE', 'benefit', 'CARTE_GRISE')).toBe(false);
	expect(changed).toMatchObject({ benefit: 'CARTE_GRISE', step: 'CONNEXION' });
	expect(changed.platform).toBeUndefined();
	expect(completeProcedure(changed)).toBeNull();
});

test('nothing is offered that the intake would refuse', () => {
	const known = { platform: 'CAF_MON_COMPTE', step: 'CONNEXION' } as const;
	const kinds = [...kindGroups(known).flatMap(({ options }) => options), ...ungroupedKinds];

	expect(benefitOptions(known).map(({ code }) => code)).not.toContain('CARTE_GRISE');
	expect(kinds.map(({ code }) => code)).toContain('NIR_PROVISOIRE');
	for (const { code } of benefitOptions(known)) {
		expect(isPossible('platform', known.platform, 'benefit', code)).toBe(true);
	}
	for (const { code } of kinds) expect(isPossible('step', known.step, 'failureKind', code)).toBe(true);
	for (const { code } of stepOptions(known))
		expect(isPossible('platform', known.platform, 'step', code)).toBe(true);
});

test('what is chosen stays on screen even when it no longer goes, so that it can be removed', () => {
	const codes = benefitOptions({ platform: 'CAF_MON_COMPTE', benefit: 'CARTE_GRISE' }).map(
		({ code }) => code,
	);

	expect(codes).toContain('CARTE_GRISE');
});
