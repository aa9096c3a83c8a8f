/**
 * together awaits steps that run at once, and gives their results. All of them end before one's failure is told: the next attempt must not
 * meet what is left of this one.
 */
export const together = async <const Steps extends readonly Promise<unknown>[]>(
	steps: Steps,
): Promise<{ -readonly [Index in keyof Steps]: Awaited<Steps[Index]> }> => {
	await Promise.allSettled(steps);
	return Promise.all(steps);
};
