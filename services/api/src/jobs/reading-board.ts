import type { HTTPStatus } from '@bull-board/api/typings/app';
import { FastifyAdapter } from '@bull-board/fastify';
import { problemCodeOf } from '@vigie/kit/problem-plugin';
import { problemOf, problems } from '@vigie/schemas/problem';

/** What Redis says of itself is for the operator's figures; the board would refuse it in its own way. */
const REDIS_STATS = '/api/redis/stats';

/** ReadingBoard is the board with nothing but its readings: what would change a job is not there. Its errors are ours. */
export class ReadingBoard extends FastifyAdapter {
	override setApiRoutes(routes: Parameters<FastifyAdapter['setApiRoutes']>[0]): FastifyAdapter {
		const shown = routes.filter(
			({ method, route }) =>
				[method].flat().every((name) => name === 'get') && ![route].flat().includes(REDIS_STATS),
		);
		return super.setApiRoutes(shown);
	}

	/** Its own handler would repeat the message of an error, which may hold anything. */
	override setErrorHandler(): this {
		return super.setErrorHandler((error) => {
			const code = problemCodeOf(error);
			// Its type lists the statuses of its own answers; the number goes out as it is.
			return { status: problems[code].status as HTTPStatus, body: problemOf(code) };
		});
	}
}
