import { kafkaShape, keysShape, redisShape, worldShape } from '@vigie/kit/config';
import { z } from 'zod';
import { HISTORY_WEEKS } from './world.js';

/** HistoryConfig is the environment of the historic import; a real world has no history to load. */
export const HistoryConfig = z.object({
	...worldShape,
	...kafkaShape,
	...redisShape,
	...keysShape,
	VIGIE_WORLD: z.literal('demo', { error: 'only a demonstration has a history to load' }),
	/** Closed weeks to load before the current one; tests need fewer. */
	VIGIE_DEMO_WEEKS: z.coerce.number().int().min(1).max(HISTORY_WEEKS).default(HISTORY_WEEKS),
	VIGIE_API_URL: z.url().default('http://127.0.0.1:8086'),
});
export type HistoryConfig = Readonly<z.infer<typeof HistoryConfig>>;
