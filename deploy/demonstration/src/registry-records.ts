import type { RegistryRecord } from '@vigie/schemas/registry';
import type { DemoStructure } from './workers.js';
import type { World } from './world.js';

/** structureRecordOf gives what the registry must know of one structure. */
export const structureRecordOf = ({
	id,
	label,
	organisation,
	family,
	departement,
}: DemoStructure): RegistryRecord => ({
	type: 'structure',
	id,
	label,
	organisation,
	family,
	departement,
	body: null,
	epoch: 0,
	active: true,
});

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
		...world.network.structures.map(structureRecordOf),
	];
};
