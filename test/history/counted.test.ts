import { useClickHouse } from '@vigie/test/engines';
import { eventsToCount, readCounted } from '@vigie/test/history/read-counted';
import { readStored } from '@vigie/test/history/read-stored';
import { expect, test } from 'vitest';

const engine = await useClickHouse();
const [hand, publisher] = [engine.clientOf('migrator'), engine.clientOf('publisher')];

// Some thousand events, revisions of them received in any order, once or more, in two weeks or only in one, before and after the limit.
const ROWS = `
	INSERT INTO private.events
		(id, revision, retracted, kind, version, taxonomy, observedAt, receivedSlot, receivedWeek, channel, roleFamily, structureFamily,
		territory, ownPlatform, structureToken, bodyHash, platform, sourcePartition, sourceOffset)
	SELECT
		reinterpretAsUUID(concat(reinterpretAsString(cityHash64(event)), reinterpretAsString(toUInt64(7)))),
		revision,
		cityHash64(event, revision, 'undone') % 3 = 0,
		'dysfunction.alerted', '1-0-0', '2026.1', '2026-11-10 12:00:00',
		if(later, toDateTime('2026-11-30 13:15:00', 'UTC'), toDateTime('2026-11-23 13:15:00', 'UTC')) + 900 * (rand(4) % 200),
		if(later, 202649, 202648),
		'FORMULAIRE', 'TRAVAIL_SOCIAL', 'COMMUNE', '69', false, 1, 7, 'CAF_MON_COMPTE', 0, rand(5)
	FROM
	(
		SELECT rand(1) % 4000 AS event, least(rand(2) % 6, rand(3) % 4) AS revision, rand(6) % 2 AS later
		FROM numbers(1500)
	)
	SETTINGS insert_deduplication_token = {token: String}`;

test('for revisions received in any order, again, and around a week’s limit, the check counts what a closing counts', {
	timeout: 120_000,
}, async () => {
	for (let insert = 0; insert < 8; insert += 1)
		await hand.command({ query: ROWS, query_params: { token: `insert ${insert}` } });

	const toCount = eventsToCount(await readStored(publisher));

	expect(toCount).toBeGreaterThan(1_000);
	expect(await readCounted(publisher)).toBe(toCount);
});
