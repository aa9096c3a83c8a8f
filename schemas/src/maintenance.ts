import { z } from 'zod';
import { Identifier } from './administration.js';
import { Code } from './events/envelope.js';
import type { FieldError } from './problem.js';
import { codesOf, ownerOf } from './taxonomy.js';

const Instant = z.iso.datetime();
const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** MaintenanceKind is what a body says of one of its platforms: a planned stop, or a version put in service. */
export const MaintenanceKind = z.enum(['maintenance', 'deployment']);
export type MaintenanceKind = z.infer<typeof MaintenanceKind>;

/** MaintenanceDraft is the body of `POST /v1/bodies/{body}/maintenances`. */
export const MaintenanceDraft = z.strictObject({
	platform: Code,
	what: MaintenanceKind,
	from: Instant,
	until: Instant,
});
export type MaintenanceDraft = z.infer<typeof MaintenanceDraft>;

/** Maintenance is one that stands, as everyone may read it. */
export const Maintenance = z.strictObject({
	id: Identifier,
	body: Code,
	...MaintenanceDraft.shape,
	declaredAt: Instant,
});
export type Maintenance = z.infer<typeof Maintenance>;

/** Maintenances is the answer of `GET /v1/maintenances`: what is to come, and what was in the last two years, latest first. */
export const Maintenances = z.strictObject({
	world: z.enum(['demo', 'real']),
	now: Instant,
	maintenances: z.array(Maintenance),
});
export type Maintenances = z.infer<typeof Maintenances>;

/** MaintenanceEnded is the answer of `DELETE /v1/bodies/{body}/maintenances/{id}`: cancelled before it began, or ended early. */
export const MaintenanceEnded = z.strictObject({ id: Identifier, outcome: z.enum(['cancelled', 'ended']) });
export type MaintenanceEnded = z.infer<typeof MaintenanceEnded>;

/** MaintenanceNow is a planned stop that lasts now: its platform is told as stopped on purpose, and not as perturbed. */
export const MaintenanceNow = Maintenance.pick({ platform: true, until: true });
export type MaintenanceNow = z.infer<typeof MaintenanceNow>;

/**
 * How early and how long. A stop calms the tiles: it is announced before it begins, and three days at most, so that none can hide a failure. A
 * deployment calms nothing, and may be told afterwards, to be compared.
 */
const limits = {
	maintenance: { late: 15 * 60_000, longest: 72 * HOUR_MS },
	deployment: { late: 91 * DAY_MS, longest: 7 * DAY_MS },
} as const satisfies Record<MaintenanceKind, { readonly late: number; readonly longest: number }>;
const EARLIEST_MS = 366 * DAY_MS;

const outside = (path: string, at: string, first: number, last: number): FieldError[] => {
	const instant = Date.parse(at);
	if (instant < first) return [{ path, code: 'before_allowed' }];
	return instant > last ? [{ path, code: 'after_allowed' }] : [];
};

/** judgeMaintenance says what is wrong with what a body declares, nothing when it may stand: purely, the same in the page and in the api. */
export const judgeMaintenance = (
	{ platform, what, from, until }: MaintenanceDraft,
	body: string,
	now: Date,
): FieldError[] => {
	const known = codesOf('platforms').find((code) => code === platform);
	if (known === undefined || ownerOf(known) !== body) return [{ path: 'platform', code: 'not_offered' }];
	const { late, longest } = limits[what];
	const begins = Date.parse(from);
	return [
		...outside('from', from, now.getTime() - late, now.getTime() + EARLIEST_MS),
		// Zero length would be neither a stop nor a flag.
		...outside('until', until, begins + 1, begins + longest),
	];
};
