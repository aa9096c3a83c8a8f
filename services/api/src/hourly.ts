import type { Logger } from 'pino';

const HOUR_MS = 60 * 60_000;

/** startHourly does some work now and each hour; when it cannot be done, `failed` is said and the next hour tries again. */
export const startHourly = (work: () => Promise<void>, logger: Logger, failed: string): { close(): void } => {
	const run = async (): Promise<void> => {
		try {
			await work();
		} catch (error) {
			logger.warn({ err: error }, `${failed}: trying again in an hour`);
		}
	};
	const timer = setInterval(() => void run(), HOUR_MS);
	void run();
	return { close: () => clearInterval(timer) };
};
