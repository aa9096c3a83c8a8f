/** fromSources makes a thread run from its sources, as the tests that start it do, never from an older build. */
export const fromSources = [
	'--import',
	new URL('./read-sources.mjs', import.meta.url).href,
	'--conditions',
	'vigie-source',
];
