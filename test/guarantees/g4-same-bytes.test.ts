import { createQuerier } from '@vigie/kit/clickhouse';
import { addWeeks } from '@vigie/schemas/calendar';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { useStream } from '../../services/loader/test/fixture.js';
import { waitForCommit } from '../../services/loader/test/read.js';
import { useSmallWorld } from '../../services/publisher/test/small-world.js';
import { FIRST_WEEK, logOf, type Replay, receptions, replay, reportingStructures } from './receptions.js';

const weeks = [0, 1, 2, 3].map((later) => addWeeks(FIRST_WEEK, later));

/** publish sends a log through a real broker and the loader into an engine of its own, closes the weeks, and gives what is published. */
const publish = async (
	received: Parameters<typeof logOf>[0],
	happened?: Replay,
): Promise<{ hashes: string[]; events: number }> => {
	const [stream, world] = [await useStream(), await useSmallWorld(reportingStructures)];
	const batches = await logOf(received, world.keys, happened);
	const loader = await stream.startLoader(world.engine.configOf('loader'));
	for (const batch of batches) await stream.send(batch);
	await waitForCommit(stream, batches.flat().length);
	await loader.stop();

	const hashes: string[] = [];
	for (const week of weeks) {
		const { releases } = await world.close(week);
		hashes.push(...releases.map(({ release, hash }) => `${release} ${hash}`));
	}
	const total = createQuerier(world.publisher)({
		sql: "SELECT sum(n) AS n FROM private.cell_facts FINAL WHERE node = 'total' AND release LIKE '%-W%'",
		params: z.object({}),
		row: z.object({ n: z.coerce.number() }),
	});
	const [facts] = await total({});
	// Each run has an engine of its own: they would pile up.
	await world.engine.kill();
	return { hashes, events: facts?.n ?? 0 };
};

const RUNS = 3;

test('G4: copies, other partitions, other batches, another order and retries in later weeks leave every published byte as it is', {
	timeout: 400_000,
}, async () => {
	const [received = []] = fc.sample(receptions, { numRuns: 1, seed: 46 });
	const plain = await publish(received);

	expect(plain.events, 'there is something to publish').toBeGreaterThan(10);
	expect(new Set(plain.hashes).size).toBeGreaterThanOrEqual(weeks.length);
	await fc.assert(
		fc.asyncProperty(replay, async (happened) => {
			expect(await publish(received, happened)).toEqual(plain);
		}),
		// A counter-example is reported as it is: to make it smaller would take as many engines.
		{ numRuns: RUNS, endOnFailure: true },
	);
});
