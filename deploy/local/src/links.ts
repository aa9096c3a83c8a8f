import { openAdminClient } from '@vigie/demonstration/admin-client';
import { structureRecordOf } from '@vigie/demonstration/registry-records';
import { createNetwork } from '@vigie/demonstration/workers';
import { z } from 'zod';

const Link = z.object({ url: z.string() });

/** makeDemoLink makes an enrolment link of a structure of the demonstration, and gives its address. */
export const makeDemoLink = async (apiUrl: string, keys: string, seed: string): Promise<string> => {
	const admin = await openAdminClient(apiUrl, keys);
	const structure = createNetwork(seed).structures[0];
	if (!structure) throw new Error('the demonstration has no structure');
	// The history brings it too; a demonstration without history has it from here.
	await admin.post('/admin/registry/import', [structureRecordOf(structure)], z.unknown());
	return (await admin.post(`/admin/structures/${structure.id}/links`, {}, Link)).url;
};
