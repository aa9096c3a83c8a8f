export const bodies = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', national: 'AUTRE' },
] as const;
