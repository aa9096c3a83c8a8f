import { inPageLanguage } from '@vigie/dashboard-ui/catalogue';
import type { ReleaseTable } from '@vigie/schemas/http';
import { NON_PRECISE } from '@vigie/schemas/taxonomy';
import { expect, test } from 'vitest';
import { headlineOf } from '../src/logic/headline.js';
import { headlineSentence } from '../src/logic/headline-sentence.js';
import { loopShareOf, roundTripOf } from '../src/logic/referrals.js';
import { pageTexts } from '../src/texts/page-texts.js';

type Row = readonly [readonly string[], number | null];
const table = (dimensions: readonly string[], rows: readonly Row[]): ReleaseTable => ({
	release: '2026-W47',
	hash: '',
	table: '',
	world: 'demo',
	dimensions: [...dimensions],
	rows: rows.map(([coordinates, y]) => ({
		coordinates: [...coordinates],
		y,
		flag: y === null ? 'protected' : 'shown',
	})),
});
const t = inPageLanguage(pageTexts);
const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ');
const pairs = table(
	['platform', 'step'],
	[
		[['CAF_MON_COMPTE', 'CONNEXION'], 900],
		[['ANTS', 'FORMULAIRE'], 600],
		[['AMELI', NON_PRECISE], 2000],
		[['MSA', 'CONTACT'], null],
	],
);

test('the headline names the two most reported pairs and their share of the week', () => {
	const headline = headlineOf(table([], [[[], 5000]]), pairs);

	expect(plain(headlineSentence(headline, '16 novembre', t))).toBe(
		'5 000 déclarations la semaine du 16 novembre. caf.fr (connexion) et France Titres (formulaire) en regroupent 30 %.',
	);
});

test('two steps of one platform are told together', () => {
	const same = table(
		['platform', 'step'],
		[
			[['ANTS', 'CONNEXION'], 50],
			[['ANTS', 'CONTACT'], 50],
		],
	);

	expect(headlineSentence(headlineOf(table([], [[[], 200]]), same), '1', t)).toContain(
		'(connexion et contact',
	);
});

test('the headline says less when less is published', () => {
	const hidden = headlineOf(table([], [[[], null]]), pairs);
	const nothing = headlineOf(table([], [[[], null]]), table(['platform', 'step'], []));

	expect(hidden.share).toBeNull();
	expect(headlineSentence(hidden, '1', t)).toContain('n’est pas publié');
	expect(headlineSentence(nothing, '1', t)).not.toContain('regroupent');
});

test('the round trip is the pair with the most both ways', () => {
	const trips = table(
		['referralFrom', 'referralTo'],
		[
			[['TS', 'MN'], 412],
			[['MN', 'TS'], 386],
			[['OR', 'PL'], 900],
			[['PL', 'OR'], null],
		],
	);

	expect(roundTripOf(trips)).toEqual({ one: 'TS', other: 'MN', there: 412, back: 386 });
	expect(roundTripOf(table(['referralFrom', 'referralTo'], []))).toBeNull();
});

test('the share of loops leaves out circuits of which only one number is published', () => {
	const loops = table(
		['referralFrom', 'referralTo', 'loop'],
		[
			[['TS', 'MN', 'OUI'], 20],
			[['TS', 'MN', 'NON'], 60],
			[['OR', 'PL', 'OUI'], null],
			[['OR', 'PL', 'NON'], 500],
		],
	);

	expect(loopShareOf(loops.rows)).toEqual({ share: 0.25, total: 80, circuits: 1 });
});
