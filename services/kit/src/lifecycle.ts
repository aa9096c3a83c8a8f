import type { Logger } from 'pino';

/** Closing is one named step of an ordered shutdown. */
export interface Closing {
	readonly name: string;
	close(): Promise<void> | void;
}

/** Running is a started service: its steps are closed in the order given; `failed` rejects when it must die. */
export interface Running {
	readonly closings: readonly Closing[];
	/** Rejects when a part of the service died and the process must end with a non-zero code. */
	readonly failed?: Promise<never>;
}

const FORCE_AFTER_MS = 20_000;

/**
 * closeInOrder closes each step after the other, timed in the log; true when every one ended without an error. `onStep` hears
 * which one begins.
 */
export const closeInOrder = async (
	closings: readonly Closing[],
	logger: Logger,
	onStep: (name: string) => void = () => undefined,
): Promise<boolean> => {
	let clean = true;
	for (const { name, close } of closings) {
		onStep(name);
		const startedMs = performance.now();
		try {
			await close();
			logger.info({ step: name, ms: Math.round(performance.now() - startedMs) }, 'closed');
		} catch (err) {
			clean = false;
			logger.error({ err, step: name }, 'could not close');
		}
	}
	return clean;
};

const signalled = (): Promise<string> =>
	new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(signal));
	});

/**
 * runService starts a service and ends the process: code 0 after a clean shutdown on a signal, non-zero when it could not
 * start, when a part of it died, or when a step of its shutdown failed or had to be forced.
 */
export const runService = async (
	logger: Logger,
	start: () => Promise<Running>,
	forceAfterMs = FORCE_AFTER_MS,
): Promise<never> => {
	for (const surprise of ['unhandledRejection', 'uncaughtException'] as const) {
		process.on(surprise, (err) => {
			logger.fatal({ err }, surprise);
			process.exit(1);
		});
	}
	const stop = signalled();
	let running: Running | null;
	try {
		// A service that waits for an engine must still hear that it is told to stop; it holds nothing yet.
		running = await Promise.race([start(), stop.then(() => null)]);
	} catch (err) {
		logger.fatal({ err }, 'could not start');
		process.exit(1);
	}
	if (running === null) {
		logger.info('stopped while starting');
		process.exit(0);
	}
	const reason = await Promise.race([stop, ...(running.failed ? [running.failed] : [])]).catch(
		(err: unknown) => {
			logger.fatal({ err }, 'a part of the service died');
			return null;
		},
	);
	logger.info({ reason: reason ?? 'failure' }, 'stopping');
	let step = '';
	setTimeout(() => {
		logger.fatal({ step, afterMs: forceAfterMs }, 'shutdown forced');
		process.exit(1);
	}, forceAfterMs).unref();
	const clean = await closeInOrder(running.closings, logger, (name) => {
		step = name;
	});
	process.exit(clean && reason !== null ? 0 : 1);
};
