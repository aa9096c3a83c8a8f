import type { RegistryView } from './registry-view.js';

type World = 'demo' | 'real';

/** refuseOtherWorld throws when the registry was stamped as another world: a demonstration never mixes with real events. */
export const refuseOtherWorld = (registry: Pick<RegistryView, 'find'>, world: World): void => {
	const stamped = registry.find('world', 'world')?.world ?? world;
	if (stamped !== world) throw new Error(`this stack is ${stamped}, not ${world}`);
};
