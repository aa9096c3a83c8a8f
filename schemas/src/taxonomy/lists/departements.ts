export const departements = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', region: 'AUTRE' },
] as const;
