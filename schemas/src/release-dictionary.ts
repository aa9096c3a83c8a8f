import type { z } from 'zod';
import type { Manifest, ReleaseDictionary } from './http.js';
import { nodeOf } from './lattice.js';

type Column = z.infer<typeof ReleaseDictionary>['columns'][number];

const columns: readonly Column[] = [
	{
		name: 'release',
		type: 'string',
		fr: 'La semaine ISO (2026-W46), le « mois » de 4 ou 5 semaines entières (2026-M11) ou le trimestre de 13 (2026-Q4) ; déclarations comptées à leur réception, heure de Paris.',
		en: 'The ISO week (2026-W46), the “month” of 4 or 5 whole weeks (2026-M11) or the quarter of 13 (2026-Q4); reports counted when received, Paris time.',
	},
	{
		name: '(dimension)',
		type: 'string',
		fr: 'Une colonne par dimension du croisement, dans l’ordre de `tables[].dimensions` : un code des listes de la version `taxonomy`. NON_PRECISE : laissé vide par qui déclarait.',
		en: 'One column a dimension of the table, in the order of `tables[].dimensions`: a code of the lists of version `taxonomy`. NON_PRECISE: left out by who reported.',
	},
	{
		name: 'value',
		type: 'integer or null',
		fr: 'Le compte, perturbé : à au plus D du vrai, sans biais, de variance V. Nul quand la case n’est pas montrée. En JSON : `y`.',
		en: 'The count, perturbed: at most D from the true one, unbiased, of variance V. Null when the cell is not shown. In JSON: `y`.',
	},
	{
		name: 'flag',
		type: 'shown | protected | impossible',
		fr: 'shown : montrée. protected : non publiée, pour protéger les personnes ; un vrai zéro et un petit nombre se ressemblent. impossible : le couple n’existe pas selon les listes.',
		en: 'shown. protected: not published, to protect people; a true zero and a small number look alike. impossible: the lists say the pair does not exist.',
	},
	{
		name: 'world',
		type: 'demo | real',
		fr: 'demo : données de démonstration, rien n’est réel.',
		en: 'demo: demonstration data, nothing is real.',
	},
];

const rulesOf = ({
	D,
	V,
	js,
	k,
	structures,
	outsideTop,
	residual,
}: z.infer<typeof Manifest>['mechanism']) => ({
	fr: [
		`Chaque compte reçoit un bruit entier de −${D} à +${D}, de moyenne 0 et de variance ${String(V).replace('.', ',')}, tiré une fois pour toutes de la clef de ses déclarations : la même case a la même valeur partout. Zéro reste zéro ; aucune valeur de 1 à ${js}.`,
		`Une case est montrée à partir de ${k} (valeur perturbée), de ${structures} structures distinctes, et de ${outsideTop} déclarations hors de la structure qui en a le plus.`,
		`Quand une partie d’un total montré est cachée, deux au moins le sont, qui tiennent ensemble au moins ${residual} déclarations de ${structures} structures, même si la première est vide : sinon une partie de plus est cachée. Un mois (ou trimestre) est caché dans le même cas de ses semaines (ou mois).`,
	],
	en: [
		`Each count gets a whole noise from −${D} to +${D}, of mean 0 and variance ${V}, drawn once and for all from the key of its reports: the same cell has the same value everywhere. Zero stays zero; no value from 1 to ${js}.`,
		`A cell is shown from ${k} (perturbed value), ${structures} distinct structures, and ${outsideTop} reports from other structures than the largest.`,
		`Where a part of a shown total is hidden, two at least are, which hold at least ${residual} reports from ${structures} structures together, even when the first is empty: else one more part is hidden. A month (or quarter) is hidden in the same case of its weeks (or months).`,
	],
});

/** releaseDictionary says what each column of a release's files means, how its numbers were made, and how to add them up with their error. */
export const releaseDictionary = (manifest: z.infer<typeof Manifest>): z.infer<typeof ReleaseDictionary> => ({
	release: manifest.release,
	hash: manifest.hash,
	world: manifest.world,
	taxonomy: manifest.taxonomy,
	lattice: manifest.lattice,
	licence: 'etalab-2.0',
	mechanism: manifest.mechanism,
	columns: [...columns],
	rules: rulesOf(manifest.mechanism),
	summing: {
		halfWidth: '2 * sqrt(m * V)',
		example: { cells: 4, halfWidth: Math.round(20 * Math.sqrt(4 * manifest.mechanism.V)) / 10 },
		fr: 'La somme de m cases montrées est juste à ± 2 √(m V) près, 19 fois sur 20. Elle ne compte pas les cases cachées : prenez le croisement plus grossier quand il existe. Un « mois » n’est pas le mois du calendrier.',
		en: 'The sum of m shown cells is right within ± 2 √(m V), 19 times in 20. It leaves out hidden cells: take the coarser table where there is one. A “month” is not a calendar month.',
	},
	tables: manifest.tables.map((table) => ({
		table,
		family: nodeOf(manifest.level, table)?.family ?? 'failures',
		dimensions: [...(nodeOf(manifest.level, table)?.dimensions ?? [])],
	})),
});
