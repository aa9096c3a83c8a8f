import { mergeConfig } from 'vite';
import { dashboardConfig } from '../ui/vite/dashboard.ts';
import { offline } from './vite/offline.ts';
import { plainImport } from './vite/plain-import.ts';
import { slimTaxonomy } from './vite/slim-taxonomy.ts';

export default mergeConfig(
	dashboardConfig({ base: '/alerte/', pages: { 'index.html': '/src/Shell.svelte' } }),
	{ plugins: [slimTaxonomy(), plainImport(), offline(new URL('./src/service-worker.js', import.meta.url))] },
);
