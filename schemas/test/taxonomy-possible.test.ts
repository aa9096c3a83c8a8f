import { describe, expect, it } from 'vitest';
import { codesOf, isPossible, NON_PRECISE } from '../src/taxonomy.js';

describe('a pair of codes is impossible only where it makes no sense', () => {
	it('refuses a right that a platform does not serve, in either order', () => {
		expect(isPossible('platform', 'FRANCE_TRAVAIL', 'benefit', 'APA')).toBe(false);
		expect(isPossible('benefit', 'APA', 'platform', 'FRANCE_TRAVAIL')).toBe(false);
		expect(isPossible('platform', 'CAF_MON_COMPTE', 'benefit', 'RSA')).toBe(true);
	});

	it('lets identity providers and the tools of helpers meet every right', () => {
		for (const platform of ['FRANCECONNECT', 'PRO_AIDANTS_CONNECT', 'DEMARCHE_NUMERIQUE']) {
			for (const benefit of codesOf('benefits')) {
				expect(isPossible('platform', platform, 'benefit', benefit)).toBe(true);
			}
		}
	});

	it.each(codesOf('platforms'))('leaves AUTRE and a dimension left out possible on %s', (platform) => {
		expect(isPossible('platform', platform, 'benefit', 'AUTRE')).toBe(true);
		expect(isPossible('platform', platform, 'benefit', NON_PRECISE)).toBe(true);
		expect(isPossible('platform', platform, 'step', NON_PRECISE)).toBe(true);
	});

	it('knows that a residence permit is not paid out', () => {
		expect(isPossible('benefit', 'TITRE_SEJOUR', 'step', 'VERSEMENT')).toBe(false);
		expect(isPossible('step', 'VERSEMENT', 'benefit', 'TITRE_SEJOUR')).toBe(false);
		expect(isPossible('benefit', 'TITRE_SEJOUR', 'step', 'RENOUVELLEMENT')).toBe(true);
	});

	it('knows that an identity provider pays nothing and that a simulation strikes nobody off', () => {
		expect(isPossible('platform', 'FRANCECONNECT', 'step', 'VERSEMENT')).toBe(false);
		expect(isPossible('platform', 'FRANCECONNECT', 'failureKind', 'INDU_INCOMPRIS')).toBe(false);
		expect(isPossible('step', 'SIMULATION', 'failureKind', 'RADIATION')).toBe(false);
	});

	it.each([
		['CAF_MON_COMPTE', 'CONNEXION', 'NIR_PROVISOIRE'],
		['CAF_MON_COMPTE', 'INSTRUCTION', 'DELAI_TRAITEMENT'],
		['CAF_MON_COMPTE', 'INDU', 'INDU_INCOMPRIS'],
		['ANTS', 'CONTACT', 'TELEPHONE_INJOIGNABLE'],
		['ANEF', 'RDV', 'RDV_INDISPONIBLE'],
		['FRANCE_TRAVAIL', 'DECLARATION_PERIODIQUE', 'PANNE'],
		['DEMARCHE_NUMERIQUE', 'CONTACT', 'RENVOI_CIRCULAIRE'],
		['FRANCECONNECT', 'IDENTIFICATION', 'PANNE'],
	])('accepts what happened in the field: %s, %s, %s', (platform, step, kind) => {
		expect(isPossible('platform', platform, 'step', step)).toBe(true);
		expect(isPossible('platform', platform, 'failureKind', kind)).toBe(true);
		expect(isPossible('step', step, 'failureKind', kind)).toBe(true);
	});

	it('rules out fewer than one pair in ten of steps and failure kinds', () => {
		const pairs = codesOf('steps').flatMap((step) =>
			codesOf('failureKinds').map((kind) => isPossible('step', step, 'failureKind', kind)),
		);
		expect(pairs.filter((possible) => !possible).length).toBeLessThan(pairs.length / 10);
	});
});
