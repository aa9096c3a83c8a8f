export const answerStatuses = [{ code: 'AUTRE', fr: 'Autre', en: 'Other', since: '2026.1' }] as const;
