import type { Plugin } from 'vite';

/**
 * plainImport leaves a lazy import as it is: the one there is has no styles and no imports of its own to fetch beforehand, and the
 * loader that would do so weighs on a page whose script has a budget.
 */
export const plainImport = (): Plugin => ({
	name: 'vigie:plain-import',
	apply: 'build',
	enforce: 'pre',
	load: {
		filter: { id: /vite\/preload-helper/ },
		handler: () => 'export const __vitePreload = (load) => load();',
	},
});
