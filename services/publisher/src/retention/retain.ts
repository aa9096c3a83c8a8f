import type { ClickHouseClient } from '@clickhouse/client';
import type { Clock } from '@vigie/schemas/clock';
import { coarsenHours } from './coarsen.js';
import { cutoffsAt } from './cutoffs.js';
import { dropOld } from './drop-old.js';

/** retain makes older things coarser, then drops those that are too old; true when nothing is left to do today. */
export const retain = async (client: ClickHouseClient, now: Date): Promise<boolean> => {
	const cutoffs = cutoffsAt(now);
	await dropOld(client, cutoffs);
	return coarsenHours(client, cutoffs);
};

/** dailyRetention gives what each tick calls: it works until nothing is left to do, then waits for the next day. */
export const dailyRetention = (client: ClickHouseClient, clock: Clock): (() => Promise<void>) => {
	let doneOn = '';
	return async () => {
		const now = clock.now();
		const day = now.toISOString().slice(0, 10);
		if (day !== doneOn && (await retain(client, now))) doneOn = day;
	};
};
