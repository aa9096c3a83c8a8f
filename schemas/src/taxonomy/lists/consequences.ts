export const consequences = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', severity: 'AUTRE' },
] as const;
