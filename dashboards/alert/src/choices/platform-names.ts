import { type PlatformRow, platforms } from '@vigie/schemas/taxonomy/lists/platforms';

const rows: readonly PlatformRow[] = platforms;

/** PlatformNames are the two names of a tile. */
export interface PlatformNames {
	readonly code: string;
	readonly short: string;
	readonly second: string;
}

/** allPlatforms holds the platforms in force, most used first. */
export const allPlatforms: readonly PlatformNames[] = rows.filter(({ retired }) => retired === undefined);

/** platformOf gives the names of a platform; a code that this page does not know yet reads as itself. */
export const platformOf = (code: string): PlatformNames =>
	rows.find((row) => row.code === code) ?? { code, short: code, second: '' };
