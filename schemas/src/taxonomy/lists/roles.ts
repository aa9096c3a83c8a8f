export const roles = [{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1', family: 'AUTRE' }] as const;
