import { type Answer, fetchJson } from '@vigie/dashboard-ui/fetch-json';
import { changing } from '@vigie/dashboard-ui/session';
import {
	Maintenance,
	type MaintenanceDraft,
	MaintenanceEnded,
	Maintenances,
} from '@vigie/schemas/maintenance';

/** readMaintenances reads what all bodies announced: it is public. */
export const readMaintenances = (): Promise<Answer<Maintenances>> =>
	fetchJson('/v1/maintenances', Maintenances);

const address = (body: string): string => `/v1/bodies/${encodeURIComponent(body)}/maintenances`;
const change = (method: string, csrf: string | null, body: object): RequestInit => ({
	method,
	credentials: 'same-origin',
	cache: 'no-store',
	headers: changing(csrf),
	body: JSON.stringify(body),
});

/** declareMaintenance announces one; it is public at once. */
export const declareMaintenance = (
	body: string,
	draft: MaintenanceDraft,
	csrf: string | null,
): Promise<Answer<Maintenance>> => fetchJson(address(body), Maintenance, change('POST', csrf, draft));

/** endMaintenance cancels one that has not begun, and ends one that has. */
export const endMaintenance = (
	{ body, id }: Maintenance,
	csrf: string | null,
): Promise<Answer<MaintenanceEnded>> =>
	fetchJson(`${address(body)}/${encodeURIComponent(id)}`, MaintenanceEnded, change('DELETE', csrf, {}));
