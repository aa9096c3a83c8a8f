import { FRANCE } from '@vigie/schemas/signal';
import { codesOf, regionOf } from '@vigie/schemas/taxonomy';
import type { Scope } from '../statistics/gate.js';
import type { Place } from '../statistics/outage/holidays.js';

/** Zone is a time zone beside the public holidays kept there. */
export interface Zone {
	readonly timeZone: string;
	readonly place: Place;
}

const MAINLAND: Zone = { timeZone: 'Europe/Paris', place: 'metropole' };

const overseas: Readonly<Record<string, Zone>> = {
	'01': { timeZone: 'America/Guadeloupe', place: 'guadeloupe' },
	'02': { timeZone: 'America/Martinique', place: 'martinique' },
	'03': { timeZone: 'America/Cayenne', place: 'guyane' },
	'04': { timeZone: 'Indian/Reunion', place: 'la-reunion' },
	'06': { timeZone: 'Indian/Mayotte', place: 'mayotte' },
};

/** zones are the mainland's, which is also France's as a whole, then those overseas. */
export const zones: readonly Zone[] = [MAINLAND, ...Object.values(overseas)];

/** zoneOf gives the zone of a région (INSEE code) or of France. Alsace and Moselle keep two more holidays, but are part of a région. */
export const zoneOf = (region: string): Zone => overseas[region] ?? MAINLAND;

/** territories are what is watched live: France first, then each région by its INSEE code. */
export const territories: readonly string[] = [FRANCE, ...codesOf('regions')];

/** territoryCode writes a territory as signals do: FR, or R and the région. */
export const territoryCode = (territory: string): string => (territory === FRANCE ? FRANCE : `R${territory}`);

const regions = new Map<string, string>(codesOf('departements').map((code) => [code, regionOf(code)]));

/** regionOfDepartement gives the région of a département, or null for anything else. */
export const regionOfDepartement = (departement: string): string | null => regions.get(departement) ?? null;

/** scopeOf tells how large a territory is (FR, or R and the région): a région of one département is one. */
export const scopeOf = (territory: string): Scope => {
	if (territory === FRANCE) return 'national';
	const members = [...regions.values()].filter((region) => territoryCode(region) === territory);
	return members.length > 1 ? 'region' : 'departement';
};
