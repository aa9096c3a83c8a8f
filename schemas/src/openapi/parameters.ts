import type { JsonObject } from '../json-schema.js';
import { type Dimension, type Level, lattice } from '../lattice.js';
import { WeeklySignal } from '../weekly-signals.js';

const levels = ['week', 'month', 'quarter'] as const satisfies readonly Level[];
const nodes = levels.flatMap((level) => lattice[level]);
const tables = [...new Set(nodes.map(({ id }) => id))];
const dimensions = [...new Set(nodes.flatMap((node): readonly Dimension[] => node.dimensions))];

const period: JsonObject = { type: 'string', pattern: '^\\d{4}-(W\\d{2}|M\\d{2}|Q[1-4])$' };

const inPath = (name: string, description: string, schema: JsonObject): JsonObject => ({
	name,
	in: 'path',
	required: true,
	description,
	schema,
});

const inQuery = (name: string, description: string, schema: JsonObject): JsonObject => ({
	name,
	in: 'query',
	description,
	schema,
});

/** releaseParameter names a closed week, month or quarter. */
export const releaseParameter = inPath('release', 'Semaine, mois ou trimestre publié : 2026-W46', period);

/** tableParameter names a node of the lattice. */
export const tableParameter = inPath('table', 'Croisement publié', { type: 'string', enum: tables });

/** seriesParameters: the level and the table, the period `[from, to]`, both included, and a code by dimension to keep. */
export const seriesParameters = [
	inPath('level', 'Grain de temps', { type: 'string', enum: levels }),
	tableParameter,
	inQuery('from', 'Première publication', period),
	inQuery('to', 'Dernière publication', period),
	...dimensions.map((dimension) =>
		inQuery(dimension, 'Ne garder que ce code, si le croisement a cette dimension', { type: 'string' }),
	),
] as const satisfies readonly JsonObject[];

/** signalParameters: the family and the platform to keep. */
export const signalParameters = [
	inQuery('family', 'Pic (burst), dérive (drift) ou verdict après réparation (verdict)', {
		type: 'string',
		enum: WeeklySignal.shape.family.options,
	}),
	inQuery('platform', 'Ne garder que cette plateforme', { type: 'string' }),
] as const satisfies readonly JsonObject[];
