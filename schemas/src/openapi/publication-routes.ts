import {
	detailExample,
	dictionaryExample,
	liveExample,
	manifestExample,
	seriesExample,
	tableExample,
	weeklySignalsExample,
	worldExample,
} from './examples.js';
import type { Operation } from './operation.js';
import { releaseParameter, seriesParameters, signalParameters, tableParameter } from './parameters.js';

const tableOperation = {
	tag: 'Publications',
	parameters: [releaseParameter, tableParameter],
	status: 200,
	cached: true,
	problems: ['not_published', 'not_in_lattice'],
} as const satisfies Partial<Operation>;

const seriesOperation = {
	tag: 'Publications',
	parameters: seriesParameters,
	status: 200,
	cached: true,
	problems: ['not_in_lattice', 'invalid_request'],
} as const satisfies Partial<Operation>;

/** Both tables have the same columns, so that a series is but many releases one after the other. */
const csv = {
	text: 'text/csv',
	example: 'release,platform,value,flag,world\r\n2026-W46,CAF_MON_COMPTE,183,shown,demo\r\n',
} as const satisfies Operation['answer'];
const columns =
	'`release`, les codes, `value` (vide quand la case est protégée ou impossible), `flag`, `world`';

/** publicationRoutes are the only way out: closed releases, immutable, and where the world stands. */
export const publicationRoutes = {
	'/v1/world': {
		get: {
			id: 'readWorld',
			tag: 'Publications',
			summary: 'Où en est ce monde',
			status: 200,
			answer: { contract: 'WorldState', examples: { démonstration: worldExample } },
			problems: [],
		},
	},
	'/v1/live': {
		get: {
			id: 'readLive',
			tag: 'Publications',
			summary: 'Les plateformes sous perturbation en ce moment',
			description:
				'Un niveau n’est montré qu’à partir de six structures différentes, en France ou dans une région ; jamais un nombre. Ce qui n’y est pas est habituel.',
			status: 200,
			answer: { contract: 'LiveLevels', examples: { perturbation: liveExample } },
			problems: [],
		},
	},
	'/v1/signals': {
		get: {
			id: 'readSignals',
			tag: 'Publications',
			summary: 'Ce qui a changé dans les semaines closes',
			description:
				'Les signaux en cours, et ceux clos depuis huit semaines au plus. Jamais un nombre : ceux d’un signal se lisent dans la publication, à la série la plus fine qui peut être montrée.',
			parameters: signalParameters,
			status: 200,
			cached: true,
			answer: { contract: 'WeeklySignals', examples: { dérive: weeklySignalsExample } },
			problems: ['invalid_request'],
		},
	},
	'/v1/releases': {
		get: {
			id: 'listReleases',
			tag: 'Publications',
			summary: 'Toutes les publications',
			status: 200,
			cached: true,
			answer: { contract: 'ReleaseList', examples: { liste: { releases: [manifestExample] } } },
			problems: [],
		},
	},
	'/v1/releases/{release}': {
		get: {
			id: 'readRelease',
			tag: 'Publications',
			summary: 'Le manifeste d’une publication',
			parameters: [releaseParameter],
			status: 200,
			cached: true,
			description:
				'Avec, pour chaque fichier fait à la clôture, son poids et l’empreinte SHA-256 de ses octets.',
			answer: { contract: 'ReleaseDetail', examples: { semaine: detailExample } },
			problems: ['not_published'],
		},
	},
	'/v1/releases/{release}/dictionary.json': {
		get: {
			id: 'readDictionary',
			tag: 'Publications',
			summary: 'Le dictionnaire des données d’une publication',
			description:
				'Ce que veut dire chaque colonne, comment les nombres sont faits, comment les additionner avec leur marge.',
			parameters: [releaseParameter],
			status: 200,
			cached: true,
			answer: { contract: 'ReleaseDictionary', examples: { semaine: dictionaryExample } },
			problems: ['not_published'],
		},
	},
	'/v1/releases/{release}/{table}.json': {
		get: {
			...tableOperation,
			id: 'readTable',
			summary: 'Un croisement d’une publication',
			description:
				'Toutes les cases y sont, dans une forme constante. Chaque compte est perturbé ; une case protégée n’a pas de valeur.',
			answer: { contract: 'ReleaseTable', examples: { plateformes: tableExample } },
		},
	},
	'/v1/releases/{release}/{table}.csv': {
		get: {
			...tableOperation,
			id: 'readTableAsCsv',
			summary: 'Un croisement d’une publication, en CSV',
			description: `Une ligne par case : ${columns}.`,
			answer: csv,
		},
	},
	'/v1/releases/{release}/{table}.parquet': {
		get: {
			...tableOperation,
			id: 'readTableAsParquet',
			summary: 'Un croisement d’une publication, en Parquet',
			description:
				'Les colonnes du CSV ; publication, empreinte et monde sont dans les métadonnées du fichier.',
			answer: { binary: 'application/vnd.apache.parquet' },
		},
	},
	'/v1/series/{level}/{table}.json': {
		get: {
			...seriesOperation,
			id: 'readSeries',
			summary: 'Un croisement au fil des publications d’un grain',
			description: '`values[i][j]` : publication i, case j ; null quand la case est protégée.',
			answer: { contract: 'SeriesTable', examples: { plateformes: seriesExample } },
		},
	},
	'/v1/series/{level}/{table}.csv': {
		get: {
			...seriesOperation,
			id: 'readSeriesAsCsv',
			summary: 'Un croisement au fil des publications, en CSV',
			description: `Une ligne par publication et par case : ${columns}.`,
			answer: csv,
		},
	},
} as const satisfies Readonly<Record<string, { readonly get: Operation }>>;
