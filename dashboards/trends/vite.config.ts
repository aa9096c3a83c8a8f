import { dashboardConfig } from '../ui/vite/dashboard.ts';

export default dashboardConfig({
	base: '/tendances/',
	pages: {
		'index.html': '/src/Trends.svelte',
		'methode.html': '/src/Method.svelte',
		'protection.html': '/src/Protection.svelte',
		'attestation.html': '/src/attestation/AttestationPage.svelte',
	},
});
