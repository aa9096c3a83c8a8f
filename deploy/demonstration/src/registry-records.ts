import type { RegistryRecord } from '@vigie/schemas/registry';
import type { World } from './world.js';

/** registryRecordsOf gives what the registry must know of a demonstration: its structures, and the weeks being loaded. */
export const registryRecordsOf = (world: World): readonly RegistryRecord[] => {
	const closed = world.weeks.slice(0, -1);
	return [
		{
			type: 'history',
			id: 'history',
			firstWeek: closed[0] ?? '',
			lastWeek: closed.at(-1) ?? '',
			weeks: closed.length,
		},
		...world.network.structures.map(
			(structure): RegistryRecord => ({
				type: 'structure',
				id: structure.id,
				label: structure.label,
				organisation: structure.organisation,
				family: structure.family,
				departement: structure.departement,
				body: null,
				epoch: 0,
				active: true,
			}),
		),
	];
};
