import {
	certificateShape,
	commentsShape,
	kafkaShape,
	keysShape,
	port,
	realClockStands,
	redisShape,
	worldShape,
} from '@vigie/kit/config';
import { z } from 'zod';

const perMinute = (fallback: number) => z.coerce.number().int().min(1).default(fallback);

/** IntakeConfig is the environment of intake. */
export const IntakeConfig = z
	.object({
		...worldShape,
		...kafkaShape,
		...certificateShape,
		...redisShape,
		...keysShape,
		...commentsShape,
		VIGIE_INTAKE_PORT: port(8081),
		/** Requests a minute of one device: an outbox that empties after a day without network still passes. */
		VIGIE_INTAKE_DEVICE_LIMIT: perMinute(300),
		/** Requests a minute of one API key, each of one event or of one batch. */
		VIGIE_INTAKE_KEY_LIMIT: perMinute(6_000),
	})
	.refine(...realClockStands);
export type IntakeConfig = z.infer<typeof IntakeConfig>;
