import type { Maintenance } from '@vigie/schemas/maintenance';
import type { Filters } from './filters.js';

/** announcedOn keeps what bodies announced of the platform or the body that was chosen: a chart of all platforms would be full of flags. */
export const announcedOn = (
	all: readonly Maintenance[],
	{ platform, body }: Pick<Filters, 'platform' | 'body'>,
): readonly Maintenance[] => {
	if (platform !== null) return all.filter((one) => one.platform === platform);
	return body === null ? [] : all.filter((one) => one.body === body);
};
