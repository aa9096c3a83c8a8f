import { expect, test } from 'vitest';
import { kindsOf, platformsOf } from '../src/logic/families.js';
import { type Filters, NO_FILTER } from '../src/logic/filters.js';
import { planOf } from '../src/logic/plan.js';

const where = (changes: Partial<Filters>) => {
	const plan = planOf({ ...NO_FILTER, ...changes }, 'standard');
	return plan && `${plan.level}/${plan.node.id}`;
};
const region = { kind: 'region', code: '32' } as const;
const nord = { kind: 'departement', code: '59' } as const;

test('each set of filters finds the finest table that holds it', () => {
	expect(where({})).toBe('week/total');
	expect(where({ platform: 'ANTS' })).toBe('week/platform');
	expect(where({ territory: region })).toBe('week/region');
	expect(where({ territory: region, platform: 'ANTS' })).toBe('week/region-platform');
	expect(where({ platform: 'ANTS', benefit: 'RSA' })).toBe('week/platform-benefit');
});

test('what is too fine for a week is found in the month, then in the quarter', () => {
	expect(where({ benefit: 'RSA' })).toBe('month/benefit');
	expect(where({ territory: nord })).toBe('week/departement');
	expect(where({ territory: nord, platform: 'ANTS' })).toBe('month/departement-platform');
	expect(where({ territory: nord, platform: 'ANTS', benefit: 'RSA' })).toBe(
		'quarter/departement-platform-benefit',
	);
});

test('a combination of no table is refused', () => {
	expect(where({ territory: region, benefit: 'RSA' })).toBeNull();
	expect(where({ territory: nord, benefit: 'RSA' })).toBeNull();
	expect(where({ benefit: 'RSA', group: 'CONTACT' })).toBeNull();
});

test('a body is the sum of its platforms, unless one of them is chosen', () => {
	expect(planOf({ ...NO_FILTER, body: 'CNAF' }, 'standard')?.selection).toEqual({
		platform: platformsOf('CNAF'),
	});
	expect(planOf({ ...NO_FILTER, body: 'CNAF', platform: 'CAF_MON_COMPTE' }, 'standard')?.selection).toEqual({
		platform: ['CAF_MON_COMPTE'],
	});
});

test('the parent table of a group is used where there is one, and its kinds are summed elsewhere', () => {
	expect(where({ group: 'CONTACT' })).toBe('month/failure-group');
	expect(planOf({ ...NO_FILTER, group: 'CONTACT', platform: 'ANTS' }, 'standard')).toMatchObject({
		level: 'week',
		node: { id: 'platform-kind' },
		selection: { platform: ['ANTS'], failureKind: kindsOf('CONTACT') },
	});
});
