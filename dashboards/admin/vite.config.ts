import { dashboardConfig } from '../ui/vite/dashboard.ts';

export default dashboardConfig({
	base: '/administration/',
	pages: { 'index.html': '/src/Administration.svelte' },
});
