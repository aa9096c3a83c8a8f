import { addWeeks, monthOfWeek, quarterOfWeek, weekBounds, weeksOfPeriod } from '@vigie/schemas/calendar';
import type { CellFlag, Manifest, ReleaseTable, SeriesTable, WorldState } from '@vigie/schemas/http';
import { type Dimension, type LatticeNode, type Level, lattice, nodeOf } from '@vigie/schemas/lattice';
import type { LiveLevels } from '@vigie/schemas/live';
import type { PublicReports } from '@vigie/schemas/reports/http';
import { codesOf, isPossible, NON_PRECISE, TAXONOMY_VERSION } from '@vigie/schemas/taxonomy';
import type { WeeklySignals } from '@vigie/schemas/weekly-signals';
import type { z } from 'zod';

const LAST_WEEK = '2026-W47';
const WEEKS = 60;
const K = 16;
/** The platform whose numbers are three times the usual in the last week. */
const BURST = 'ANTS';
const LISTS = {
	platform: 'platforms',
	failureKind: 'failureKinds',
	failureGroup: 'failureGroups',
	step: 'steps',
	benefit: 'benefits',
	consequence: 'consequences',
	region: 'regions',
	departement: 'departements',
	roleFamily: 'roleFamilies',
	nonTakeUpType: 'nonTakeUpTypes',
	referralFrom: 'referralFamilies',
	referralTo: 'referralFamilies',
} as const;
const ALWAYS_SAID: readonly Dimension[] = ['region', 'departement', 'roleFamily'];

const codes = (dimension: Dimension): readonly string[] => {
	if (dimension === 'loop') return ['OUI', 'NON', 'INCONNU'];
	const list = codesOf(LISTS[dimension]);
	return ALWAYS_SAID.includes(dimension) ? list : [...list, NON_PRECISE];
};

type Fixed = Readonly<Record<string, string>>;
const coordinatesOf = (node: LatticeNode, fixed: Fixed = {}): readonly (readonly string[])[] =>
	node.dimensions.reduce<readonly (readonly string[])[]>(
		(rows, dimension) => {
			const own = fixed[dimension] ? [fixed[dimension]] : codes(dimension);
			return rows.flatMap((row) => own.map((code) => [...row, code]));
		},
		[[]],
	);

const isImpossible = ({ dimensions }: LatticeNode, row: readonly string[]): boolean =>
	dimensions.some((a, i) =>
		dimensions.some((b, j) => j > i && !isPossible(a, row[i] ?? '', b, row[j] ?? '')),
	);

/** A number that only depends on where it stands: the same on every run, and by the table as by the series. */
const mixed = (text: string): number => {
	let hash = 2_166_136_261;
	for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 16_777_619);
	return (hash >>> 8) / 2 ** 24;
};

const cellOf = (node: LatticeNode, row: readonly string[], release: string) => {
	const flagged = (y: number | null, flag: z.infer<typeof CellFlag>) => ({ y, flag });
	if (isImpossible(node, row)) return flagged(null, 'impossible');
	const usual = 4000 * 0.25 ** row.length * mixed(row.join('/')) ** 2 * (0.8 + 0.4 * mixed(release));
	const y = Math.round(usual * (row[0] === BURST && release === LAST_WEEK ? 3 : 1));
	return y >= K ? flagged(y, 'shown') : flagged(null, 'protected');
};

const manifestOf = (release: string, level: Level): Manifest => {
	const weeks = weeksOfPeriod(release);
	return {
		release,
		level,
		world: 'demo',
		start: weekBounds(weeks[0] ?? release).start.toISOString(),
		end: weekBounds(weeks.at(-1) ?? release).end.toISOString(),
		hash: mixed(release).toString(16).slice(2).padEnd(64, '0'),
		taxonomy: TAXONOMY_VERSION,
		lattice: '1',
		mechanism: { D: 5, V: 4, js: 2, k: K, kSigned: 10, structures: 3, outsideTop: 5, residual: 5, base: '1' },
		tables: lattice[level].map(({ id }) => id),
	};
};

const weeks = Array.from({ length: WEEKS }, (_, index) => addWeeks(LAST_WEEK, index + 1 - WEEKS));
const closed = (periods: readonly string[]) =>
	[...new Set(periods)].filter((period) => weeksOfPeriod(period).every((week) => weeks.includes(week)));

/** manifests are 60 weeks and the months and quarters that they complete. */
export const manifests: readonly Manifest[] = [
	...weeks.map((week) => manifestOf(week, 'week')),
	...closed(weeks.map(monthOfWeek)).map((month) => manifestOf(month, 'month')),
	...closed(weeks.map(quarterOfWeek)).map((quarter) => manifestOf(quarter, 'quarter')),
];

/** demoWorld is the state of a loaded demonstration; `changes` make it another. */
export const demoWorld = (changes: Partial<WorldState> = {}): WorldState => ({
	world: 'demo',
	now: '2026-11-24T13:02:00Z',
	week: '2026-W48',
	lastRelease: LAST_WEEK,
	nextPublication: '2026-12-01T05:00:00Z',
	loading: null,
	...changes,
});

/** tableOf answers one node of one release; null when there is none. */
export const tableOf = (release: string, id: string): ReleaseTable | null => {
	const manifest = manifests.find((entry) => entry.release === release);
	const node = manifest ? nodeOf(manifest.level, id) : null;
	if (!manifest || !node) return null;
	const rows = coordinatesOf(node).map((row) => ({ coordinates: [...row], ...cellOf(node, row, release) }));
	return { release, hash: manifest.hash, table: id, world: 'demo', dimensions: [...node.dimensions], rows };
};

/** seriesOf answers one node over the releases of a level; the query may fix dimensions and bounds. */
export const seriesOf = (level: Level, id: string, query: URLSearchParams): SeriesTable | null => {
	const node = nodeOf(level, id);
	if (!node) return null;
	const [from, to] = [query.get('from') ?? '', query.get('to') ?? '9'];
	const covered = manifests.filter(
		(entry) => entry.level === level && entry.release >= from && entry.release <= to,
	);
	const all = coordinatesOf(node, Object.fromEntries(query));
	const possible = all.filter((row) => !isImpossible(node, row));
	return {
		level,
		table: id,
		world: 'demo',
		dimensions: [...node.dimensions],
		releases: covered.map(({ release }) => release),
		hash: covered.at(-1)?.hash ?? '',
		coordinates: possible.map((row) => [...row]),
		values: covered.map(({ release }) => possible.map((row) => cellOf(node, row, release).y)),
		impossible: all.filter((row) => isImpossible(node, row)).map((row) => [...row]),
	};
};

const signalOf = (
	letter: string,
	change: Partial<WeeklySignals['signals'][number]>,
): WeeklySignals['signals'][number] => ({
	id: letter.repeat(32),
	version: 1,
	transition: 'opened',
	family: 'burst',
	level: 'strong',
	verdict: null,
	coordinates: { platform: BURST, step: null, kind: null, territory: 'FR' },
	onset: '2026-11-15T23:00:00Z',
	asOf: '2026-11-24T05:15:00Z',
	durationMinutes: 11_895,
	band: '20-49',
	sentence: { key: 'burst', parameters: { platform: BURST } },
	model: { name: 'harmonic', version: '1' },
	...change,
});

/** demoNews is what changed in the closed weeks: a peak, a lasting rise in a région, a repair that holds. */
export const demoNews = (): WeeklySignals => ({
	world: 'demo',
	asOf: '2026-11-24T05:15:00Z',
	signals: [
		signalOf('a', {}),
		signalOf('b', {
			family: 'drift',
			level: 'signal',
			coordinates: { platform: 'CAF_MON_COMPTE', step: null, kind: null, territory: 'R32' },
			onset: '2026-09-20T22:00:00Z',
			sentence: { key: 'drift', parameters: { platform: 'CAF_MON_COMPTE', territory: 'R32' } },
		}),
		signalOf('c', {
			family: 'verdict',
			level: 'watch',
			verdict: 'recovered',
			coordinates: { platform: 'CAF_MON_COMPTE', step: 'CONNEXION', kind: null, territory: 'FR' },
			sentence: { key: 'verdict.recovered', parameters: { platform: 'CAF_MON_COMPTE', step: 'CONNEXION' } },
		}),
	],
});

/** demoLive is one platform under perturbation since this morning. */
export const demoLive: LiveLevels = {
	world: 'demo',
	now: '2026-11-24T13:02:00Z',
	asOf: '2026-11-24T12:45:00Z',
	levels: [
		{
			platform: BURST,
			territory: 'FR',
			level: 'strong',
			since: '2026-11-24T09:15:00Z',
			band: '20-49',
			sentence: { key: 'outage.country.strong', parameters: { platform: BURST } },
		},
	],
	maintenances: [],
};

/** demoReports is one report of which its body says that it is mended, ten weeks ago. */
export const demoReports: PublicReports = {
	world: 'demo',
	now: '2026-11-24T13:02:00Z',
	reports: [
		{
			id: `r-${'d'.repeat(24)}`,
			platform: BURST,
			step: 'CONNEXION',
			failureKind: 'PANNE',
			territories: ['FR'],
			body: 'ANTS',
			level: 'signal',
			sentence: { key: 'burst', parameters: { platform: BURST } },
			since: '2026-08-31T22:00:00Z',
			state: 'mended',
			stateSince: '2026-09-16',
			overdue: false,
			workaround: null,
			commitment: null,
			answer: null,
			effectiveFrom: '2026-09-16T08:00:00Z',
			repair: null,
			rightOfReply: null,
			life: [
				{ type: 'opened', on: '2026-09-02', body: null },
				{ type: 'mended', on: '2026-09-16', body: 'ANTS' },
			],
		},
	],
};
