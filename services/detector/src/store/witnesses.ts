import { z } from 'zod';

/** Count is how many of something a run kept. */
export const Count = z.int().min(0);

/** Witnesses is who is behind a count, as a run kept it (`statistics/gate`). */
export const Witnesses = z.object({
	reporters: Count,
	structures: Count,
	organisations: Count,
	departements: Count,
});
