import { type Logger, type LoggerOptions, pino, stdSerializers } from 'pino';

/** What may be written of an error. Nothing else that hangs on it: a client puts there the command that failed, with its arguments. */
const told = (error: unknown): unknown => {
	if (!(error instanceof Error)) return error;
	const { type, message, stack } = stdSerializers.err(error);
	return { type, message, stack, ...('code' in error && { code: error.code }) };
};

/**
 * createLogger makes a service's logger: readable on a terminal, one JSON object a line elsewhere.
 * Requests are logged by method and route only: no address, no query string, no body.
 */
export const createLogger = (name: string, level: string): Logger => {
	const options: LoggerOptions = {
		name,
		level,
		base: { name },
		timestamp: pino.stdTimeFunctions.isoTime,
		serializers: {
			err: told,
			req: (request: { method?: string; routeOptions?: { url?: string } }) => ({
				method: request.method,
				route: request.routeOptions?.url,
			}),
			res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
		},
	};
	if (process.stdout.isTTY) {
		return pino({
			...options,
			transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname,name' } },
		});
	}
	// Written before the next statement runs: pino's own way leaves the last line but one to a thread, and a process that ends
	// behind a slow disk then told why it stopped after what it did about it, or not at all.
	return pino(options, pino.destination({ sync: true }));
};
