import { openAdminClient } from '@vigie/demonstration/admin-client';
import { createNetwork } from '@vigie/demonstration/workers';
import type { RegistryRecord } from '@vigie/schemas/registry';
import { z } from 'zod';

const Link = z.object({ url: z.string() });

/** makeDemoLink makes an enrolment link of a structure of the demonstration, and gives its address. */
export const makeDemoLink = async (apiUrl: string, keys: string, seed: string): Promise<string> => {
	const admin = await openAdminClient(apiUrl, keys);
	const structure = createNetwork(seed).structures[0];
	if (!structure) throw new Error('the demonstration has no structure');
	const record: RegistryRecord = {
		type: 'structure',
		id: structure.id,
		label: structure.label,
		organisation: structure.organisation,
		family: structure.family,
		departement: structure.departement,
		body: null,
		epoch: 0,
		active: true,
	};
	// The history brings it too; a demonstration without history has it from here.
	await admin.post('/admin/registry/import', [record], z.unknown());
	return (await admin.post(`/admin/structures/${structure.id}/links`, {}, Link)).url;
};
