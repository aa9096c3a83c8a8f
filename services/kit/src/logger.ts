import { type Logger, pino, stdSerializers } from 'pino';

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
export const createLogger = (name: string, level: string): Logger =>
	pino({
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
		...(process.stdout.isTTY
			? { transport: { target: 'pino-pretty', options: { ignore: 'pid,hostname,name' } } }
			: {}),
	});
