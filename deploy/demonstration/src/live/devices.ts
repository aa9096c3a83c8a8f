import { CHARTER_VERSION, Device } from '@vigie/schemas/http';
import { z } from 'zod';
import type { AdminClient } from '../admin-client.js';
import type { DemoWorker } from '../workers.js';

const Link = z.object({ url: z.string() });

/** LiveDevice is a worker's browser: who holds it, and the token it sends with. */
export interface LiveDevice {
	readonly worker: DemoWorker;
	readonly token: string;
}

/** enrolDevices walks the way of a person, a device after the other: a structure's link, the charter, a token. */
export const enrolDevices = async (
	admin: AdminClient,
	publicUrl: string,
	workers: readonly DemoWorker[],
): Promise<readonly LiveDevice[]> => {
	const devices: LiveDevice[] = [];
	for (const worker of workers) {
		const { url } = await admin.post(`/admin/structures/${worker.structure.id}/links`, {}, Link);
		const link = new URL(url).hash.replace('#lien=', '');
		const { roleFamily, departement } = worker;
		const response = await fetch(new URL('/v1/devices', publicUrl), {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ link, roleFamily, departement, charter: CHARTER_VERSION }),
		});
		if (!response.ok) throw new Error(`a device could not be enrolled: ${response.status}`);
		devices.push({ worker, token: Device.parse(await response.json()).token });
	}
	return devices;
};
