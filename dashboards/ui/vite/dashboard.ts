import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defaultClientConditions, defaultServerConditions, type UserConfig } from 'vite';
import { notices } from './notices.ts';
import { prerender } from './prerender.ts';

/** SOURCE_CONDITION makes workspaces resolve to their sources, so that a page builds without building the others first. */
const SOURCE_CONDITION = 'vigie-source';

/** DashboardOptions says where a dashboard lives. */
export interface DashboardOptions {
	/** Path it is served under, with both slashes: `/tendances/`. */
	readonly base: string;
	/** Pages: HTML file to the component written into it at build, for readers without script. */
	readonly pages: Readonly<Record<string, string>>;
}

/**
 * dashboardConfig makes the Vite configuration of a dashboard: static files in `dist/`, no inline script or style, every
 * asset a file of its own (the security policy allows neither `data:` fonts nor inline code).
 */
export const dashboardConfig = ({ base, pages }: DashboardOptions): UserConfig => ({
	base,
	plugins: [svelte(), prerender(pages), notices()],
	resolve: { conditions: [SOURCE_CONDITION, ...defaultClientConditions] },
	ssr: { resolve: { conditions: [SOURCE_CONDITION, ...defaultServerConditions] }, noExternal: true },
	build: {
		outDir: 'dist',
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false },
		rolldownOptions: { input: Object.keys(pages) },
	},
});
