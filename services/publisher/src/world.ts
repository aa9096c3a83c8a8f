import type { ClickHouseClient } from '@clickhouse/client';
import { z } from 'zod';

const Stamp = z.array(
	z.object({ world: z.enum(['demo', 'real']), since: z.string().transform((at) => new Date(at)) }),
);

/** worldSince tells when this stack began. Errors: when the store has no stamp (the deploy step did not run), or another world's. */
export const worldSince = async (client: ClickHouseClient, world: 'demo' | 'real'): Promise<Date> => {
	const result = await client.query({
		query: 'SELECT world, since FROM state.world ORDER BY since LIMIT 1',
		format: 'JSONEachRow',
	});
	const [stamp] = Stamp.parse(await result.json());
	if (!stamp) throw new Error('the store has no world: run the deploy step first');
	if (stamp.world !== world) throw new Error(`this store is ${stamp.world}, not ${world}`);
	return new Date(stamp.since);
};
