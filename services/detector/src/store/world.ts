import type { Querier } from '@vigie/kit/clickhouse';
import { z } from 'zod';

const World = z.enum(['demo', 'real']);

/** checkWorld refuses a store without a stamp (the deploy step did not run) or of the other world. */
export const checkWorld = async (query: Querier, world: z.infer<typeof World>): Promise<void> => {
	const read = query({
		sql: 'SELECT world FROM state.world ORDER BY since LIMIT 1',
		params: z.object({}),
		row: z.object({ world: World }),
	});
	const [stamp] = await read({});
	if (!stamp) throw new Error('the store has no world: run the deploy step first');
	if (stamp.world !== world) throw new Error(`this store is ${stamp.world}, not ${world}`);
};
