import { type MaintenanceDraft, MaintenanceKind } from '@vigie/schemas/maintenance';
import type { FieldError } from '@vigie/schemas/problem';
import { maintenanceScreenTexts as t } from '../texts/maintenance-texts.js';
import { effectHour } from './draft.js';

/** Planned is what has been typed of an announcement so far: days and hours in Paris. */
export interface Planned {
	readonly platform: string;
	readonly what: string;
	readonly fromDay: string;
	readonly fromHour: string;
	readonly untilDay: string;
	readonly untilHour: string;
}

/** draftOf makes the announcement; null while a date is missing. */
export const draftOf = (planned: Planned): MaintenanceDraft | null => {
	const from = effectHour(planned.fromDay, planned.fromHour);
	const until = effectHour(planned.untilDay, planned.untilHour);
	const what = MaintenanceKind.safeParse(planned.what);
	if (from === null || until === null || !what.success) return null;
	return { platform: planned.platform, what: what.data, from, until };
};

const isTold = (key: string): key is keyof typeof t & `${string}_allowed` => key in t;

/** faultOf says what is wrong with an announcement, by its first field at fault. */
export const faultOf = (errors: readonly FieldError[]): string => {
	const [first] = errors;
	const key = first ? `${first.path}_${first.code}` : '';
	return isTold(key) ? t[key] : t.refused;
};
