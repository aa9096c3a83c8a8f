import { dashboardConfig } from '../ui/vite/dashboard.ts';

export default dashboardConfig({ base: '/', pages: { 'index.html': '/src/Home.svelte' } });
