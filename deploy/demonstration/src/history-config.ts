import { kafkaShape, keysShape, redisShape, worldShape } from '@vigie/kit/config';
import { z } from 'zod';

/** HistoryConfig is the environment of the historic import; a real world has no history to load. */
export const HistoryConfig = z.object({
	...worldShape,
	...kafkaShape,
	...redisShape,
	...keysShape,
	VIGIE_WORLD: z.literal('demo', { error: 'only a demonstration has a history to load' }),
	VIGIE_API_URL: z.url().default('http://127.0.0.1:8086'),
});
