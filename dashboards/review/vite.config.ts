import { dashboardConfig } from '../ui/vite/dashboard.ts';

export default dashboardConfig({ base: '/organisme/', pages: { 'index.html': '/src/Review.svelte' } });
