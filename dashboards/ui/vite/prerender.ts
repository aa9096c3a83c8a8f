import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer, defaultServerConditions, type Plugin, type ResolvedConfig } from 'vite';

const MARK = '<div id="app"></div>';

/** renderOnce renders a component to HTML, in French and without data, as a reader without script will see it. */
const renderOnce = async (root: string, component: string): Promise<string> => {
	const server = await createServer({
		root,
		configFile: false,
		appType: 'custom',
		logLevel: 'error',
		plugins: [svelte({ configFile: false, compilerOptions: { dev: false } })],
		server: { middlewareMode: true, hmr: false, ws: false, watch: null },
		optimizeDeps: { noDiscovery: true },
		ssr: {
			noExternal: [/^@vigie\//, 'lucide-static'],
			resolve: { conditions: ['vigie-source', ...defaultServerConditions] },
		},
	});
	try {
		const page = await server.ssrLoadModule(component);
		const { render } = await server.ssrLoadModule('svelte/server');
		return render(page.default).body;
	} finally {
		await server.close();
	}
};

/** prerender writes each page's component into its HTML at build. */
export const prerender = (pages: Readonly<Record<string, string>>): Plugin => {
	let config: ResolvedConfig;
	return {
		name: 'vigie:prerender',
		apply: 'build',
		configResolved: (resolved) => {
			config = resolved;
		},
		transformIndexHtml: {
			order: 'pre',
			handler: async (html, { filename }) => {
				const entry = Object.entries(pages).find(([file]) => filename.endsWith(`/${file}`));
				if (!entry || !html.includes(MARK)) return html;
				return html.replace(MARK, `<div id="app">${await renderOnce(config.root, entry[1])}</div>`);
			},
		},
	};
};
