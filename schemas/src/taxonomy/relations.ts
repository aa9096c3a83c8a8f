import { consequences } from './lists/consequences.js';
import { departements } from './lists/departements.js';
import { failureKinds } from './lists/failure-kinds.js';
import { type PlatformRow, platforms } from './lists/platforms.js';
import { roles } from './lists/roles.js';
import { situations } from './lists/situations.js';
import { structureTypes } from './lists/structure-types.js';
import { NON_PRECISE } from './version.js';

type Row = { readonly code: string };
type CodeIn<Rows extends readonly Row[]> = Rows[number]['code'];

function rowOf<R extends Row>(rows: readonly R[], code: R['code']): R {
	const row = rows.find((candidate) => candidate.code === code);
	if (!row) throw new RangeError('code outside its list');
	return row;
}

/** inferNonTakeUpType returns the type that a situation sentence infers; the worker may declare another. */
export function inferNonTakeUpType(situation: CodeIn<typeof situations>) {
	return rowOf<(typeof situations)[number]>(situations, situation).infers;
}

/** severityOf derives how grave a consequence is; severity is never asked of anyone. */
export function severityOf(consequence: CodeIn<typeof consequences>) {
	return rowOf<(typeof consequences)[number]>(consequences, consequence).severity;
}

/** groupOf returns who can mend a failure kind; NON_PRECISE for AUTRE and for a kind left out. */
export function groupOf(kind: CodeIn<typeof failureKinds> | typeof NON_PRECISE) {
	return kind === NON_PRECISE ? NON_PRECISE : rowOf<(typeof failureKinds)[number]>(failureKinds, kind).group;
}

/** ownerOf returns the body that owns a platform and must answer for its failures; local portals belong to a kind of body. */
export function ownerOf(platform: CodeIn<typeof platforms>) {
	return rowOf<(typeof platforms)[number]>(platforms, platform).owner;
}

/** regionOf returns the INSEE code of a département's région. */
export function regionOf(departement: CodeIn<typeof departements>) {
	return rowOf<(typeof departements)[number]>(departements, departement).region;
}

/** roleFamilyOf returns the family under which a worker's role is published. */
export function roleFamilyOf(role: CodeIn<typeof roles>) {
	return rowOf<(typeof roles)[number]>(roles, role).family;
}

/** structureFamilyOf returns the family under which a structure type is published. */
export function structureFamilyOf(type: CodeIn<typeof structureTypes>) {
	return rowOf<(typeof structureTypes)[number]>(structureTypes, type).family;
}

function matches(pattern: string, host: string): boolean {
	return pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) : host === pattern;
}

/**
 * platformOfHostname finds the platform that serves a hostname (no scheme, no path, no port). An exact name wins over a
 * wildcard; undefined when no platform claims it.
 */
export function platformOfHostname(hostname: string): CodeIn<typeof platforms> | undefined {
	const host = hostname.toLowerCase().replace(/\.$/, '');
	const rows: readonly PlatformRow[] = platforms;
	const exact = rows.find((row) => row.hostnames.some(({ name }) => name === host));
	return (exact ?? rows.find((row) => row.hostnames.some(({ name }) => matches(name, host))))?.code;
}
