import { weekNumber } from '@vigie/schemas/calendar';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { type Report, useSmallWorld } from './small-world.js';

const WEEK = '2026-W46';
const structures = ['s1', 's2', 's3', 's4'];
const { receive, close, engine } = await useSmallWorld(structures);

const about = { platform: 'CAF_MON_COMPTE', step: 'CONNEXION', failureKind: 'NIR_PROVISOIRE' };
const vote = (
	event: number,
	structure: string,
	mended: string,
	{ columns, ...more }: Partial<Report> = {},
): Report => ({
	event,
	week: WEEK,
	slot: 40 + event,
	structure,
	columns: { kind: 'repair.confirmed', ...about, mended, ...columns },
	...more,
});
const Votes = z.array(
	z.object({
		mended: z.string(),
		reporters: z.int(),
		structures: z.int(),
		organisations: z.int(),
		departements: z.int(),
	}),
);
const votes = async () => {
	const result = await engine.clientOf('detector').query({
		query: `
			SELECT mended, reporters, structures, organisations, departements
			FROM private.repair_votes FINAL
			WHERE week = ${weekNumber(WEEK)}
			ORDER BY mended`,
		format: 'JSONEachRow',
	});
	return Votes.parse(await result.json());
};

it('a closing keeps who answered "est-ce réparé ?": each device by its last answer, without the agents of the body', async () => {
	await receive([
		// A flood from one device is one answer, the last.
		...Array.from({ length: 12 }, (_, index) => vote(index, 's1', 'NON')),
		vote(12, 's1', 'OUI'),
		vote(20, 's2', 'OUI'),
		vote(21, 's2', 'OUI', { columns: { reporterToken: '77', territory: '75' } }),
		vote(22, 's3', 'NON'),
		vote(23, 's4', 'PAS_REVU'),
		// Changed its mind by a revision; withdrew it; works for the body.
		vote(24, 's3', 'OUI', { revision: 0, columns: { reporterToken: '78' } }),
		vote(24, 's3', 'NON', { revision: 1, columns: { reporterToken: '78' } }),
		vote(25, 's4', 'NON', { columns: { reporterToken: '79' } }),
		vote(25, 's4', 'NON', { revision: 1, retracted: true, columns: { reporterToken: '79' } }),
		vote(26, 's4', 'OUI', { ownPlatform: true, columns: { reporterToken: '80' } }),
	]);

	await close(WEEK);

	expect(await votes()).toEqual([
		{ mended: 'NON', reporters: 2, structures: 1, organisations: 1, departements: 1 },
		{ mended: 'OUI', reporters: 3, structures: 2, organisations: 2, departements: 2 },
		{ mended: 'PAS_REVU', reporters: 1, structures: 1, organisations: 1, departements: 1 },
	]);
});

it('closing again after the tokens are gone changes nothing', async () => {
	const before = await votes();

	await close(WEEK);

	expect(await votes()).toEqual(before);
});
