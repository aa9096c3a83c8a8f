import type { KeyDirectory } from '@vigie/kit/keys';
import { addWeeks, quarterOfWeek, weekOf } from '@vigie/schemas/calendar';
import { quarterKeyName, weekKeyName } from '../closing/forget.js';

const WEEKS_AHEAD = 4;

/**
 * makeKeys makes the keys of the present week and of the four next, and of their quarters, where they are missing. A past
 * week's key is never made again: it was destroyed, or its loss must be seen.
 */
export const makeKeys = async (keys: KeyDirectory, now: Date): Promise<void> => {
	const present = weekOf(now);
	for (let ahead = 0; ahead <= WEEKS_AHEAD; ahead += 1) {
		const week = addWeeks(present, ahead);
		await keys.ensure(weekKeyName(week));
		await keys.ensure(quarterKeyName(quarterOfWeek(week)));
	}
};
