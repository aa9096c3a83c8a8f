import { firstCampaigns } from '@vigie/detector/weekly/campaigns';
import { expect, test } from 'vitest';

const taxes = (week: string, y: number, isSecondYear = false) =>
	firstCampaigns(week, [{ platform: 'IMPOTS', y, mu: 20, isSecondYear }]);

test('a platform is expected to rise in its campaign as much as it does, up to two and a half times', () => {
	expect(taxes('2026-W18', 38)('IMPOTS')).toBeCloseTo(1.9);
	expect(taxes('2026-W18', 200)('IMPOTS')).toBe(2.5);
	expect(taxes('2026-W18', 12)('IMPOTS')).toBe(1);
});

test('outside its campaign, in its second year, and for any other platform, nothing changes', () => {
	expect(taxes('2026-W13', 38)('IMPOTS')).toBe(1);
	expect(taxes('2026-W28', 38)('IMPOTS')).toBe(1);
	expect(taxes('2026-W18', 38, true)('IMPOTS')).toBe(1);
	expect(taxes('2026-W18', 38)('ANTS')).toBe(1);
});
