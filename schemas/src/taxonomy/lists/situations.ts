export const situations = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', infers: 'AUTRE' },
] as const;
