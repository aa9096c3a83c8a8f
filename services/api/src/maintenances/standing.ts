import type { RegistryView } from '@vigie/kit/registry-view';
import type { Maintenance, MaintenanceNow } from '@vigie/schemas/maintenance';
import type { RecordOf } from '@vigie/schemas/registry';

type Registry = Pick<RegistryView, 'all'>;

/** As long as the charts go back. */
const KEPT_MS = 2 * 366 * 24 * 60 * 60_000;

/** toldOf gives an announcement as everyone reads it. */
export const toldOf = ({
	type: _type,
	cancelled: _cancelled,
	...told
}: RecordOf<'maintenance'>): Maintenance => told;

/** standingMaintenances lists what was announced and not cancelled, to come or of the last two years, latest first. */
export const standingMaintenances = (registry: Registry, now: Date): readonly Maintenance[] =>
	registry
		.all('maintenance')
		.filter(({ cancelled, until }) => !cancelled && now.getTime() - Date.parse(until) < KEPT_MS)
		.map(toldOf)
		.sort((left, right) => right.from.localeCompare(left.from) || left.id.localeCompare(right.id));

/** maintenancesNow gives the platforms that are stopped on purpose at this moment, each until when. */
export const maintenancesNow = (registry: Registry, now: Date): MaintenanceNow[] => {
	const untilOf = new Map<string, string>();
	for (const { platform, what, from, until, cancelled } of registry.all('maintenance')) {
		const lasts =
			what === 'maintenance' && !cancelled && Date.parse(from) <= now.getTime() && now < new Date(until);
		if (lasts && Date.parse(untilOf.get(platform) ?? from) <= Date.parse(until)) untilOf.set(platform, until);
	}
	return [...untilOf]
		.map(([platform, until]) => ({ platform, until }))
		.sort((left, right) => left.platform.localeCompare(right.platform));
};
