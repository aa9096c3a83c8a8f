import type { ClickHouseClient } from '@clickhouse/client';
import { createQuerier } from '@vigie/kit/clickhouse';
import { z } from 'zod';

const World = z.enum(['demo', 'real']);

/** refuseOtherWorld throws when the store was stamped as another world: a demonstration never mixes with real events. */
export const refuseOtherWorld = async (
	client: ClickHouseClient,
	world: z.infer<typeof World>,
): Promise<void> => {
	const read = createQuerier(client)({
		sql: `
			SELECT world
			FROM state.world
			ORDER BY since
			LIMIT 1`,
		params: z.object({}),
		row: z.object({ world: World }),
	});
	const [stamp] = await read({});
	if (stamp && stamp.world !== world) throw new Error(`this store is ${stamp.world}, not ${world}`);
};
