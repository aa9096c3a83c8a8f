import { codesOf, ownerOf, regionOf } from '@vigie/schemas/taxonomy';
import { bodies } from '@vigie/schemas/taxonomy/lists/bodies';

/** Sender is who an event comes from, as far as Vigie wants to know: claims of a device or of an API key, already verified. */
export interface Sender {
	/** The device's random id or the key's: becomes reporterToken, and goes no further. */
	readonly id: string;
	readonly structure: string;
	readonly organisation: string;
	readonly roleFamily: string;
	readonly structureFamily: string;
	readonly departement: string;
	/** The body that the structure belongs to, if any. */
	readonly body: string | null;
	/** How the event was filed: a code of the taxonomy's `filingChannels`. */
	readonly channel: 'FORMULAIRE' | 'API_PARTENAIRE' | 'IMPORT';
}

const regions = new Map<string, string>(codesOf('departements').map((code) => [code, regionOf(code)]));
const owners = new Map<string, string>(codesOf('platforms').map((code) => [code, ownerOf(code)]));
const nationals = new Map<string, string>(bodies.map(({ code, national }) => [code, national]));

/** isDepartement tells whether a code is a département of the taxonomy. */
export const isDepartement = (code: string): boolean => regions.has(code);

/** regionCodeOf gives the territory of an event that is stored by région: `R` and the INSEE code, as `R11`. */
export const regionCodeOf = (departement: string): string => {
	const region = regions.get(departement);
	if (region === undefined) throw new RangeError('not a département of the taxonomy');
	return `R${region}`;
};

/** ownsPlatform tells whether a body, or the national body it is an office of, runs a platform. */
export const ownsPlatform = (body: string | null, platform: string): boolean => {
	const owner = owners.get(platform);
	return body !== null && owner !== undefined && (owner === body || owner === nationals.get(body));
};
