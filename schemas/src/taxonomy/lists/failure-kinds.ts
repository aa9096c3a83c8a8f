export const failureKinds = [
	{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', group: 'AUTRE' },
] as const;
