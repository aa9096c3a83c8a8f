import { parseArgs } from 'node:util';
import { kafkaShape, parseConfig, redisShape } from '@vigie/kit/config';
import { type RedisAccess, trustOf } from '@vigie/kit/redis';
import { isWeek, weeksOfPeriod } from '@vigie/schemas/calendar';
import { levelOfPeriod } from '@vigie/schemas/lattice';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { type CloseQueue, openCloseQueue } from '../enqueue-close.js';
import type { CloseResult } from '../jobs/close-job.js';
import type { Rebuilt } from '../release/rebuild.js';

const CommandConfig = z.object({ ...redisShape, VIGIE_TOPIC_PREFIX: kafkaShape.VIGIE_TOPIC_PREFIX });

/** Asked is what the command line wants: a week closed, or a release computed again. */
type Asked = { readonly week: string } | { readonly rebuild: string };

const isRelease = (text: string): boolean => levelOfPeriod(text) !== null && weeksOfPeriod(text).length > 0;

const readArgs = (args: readonly string[]): Asked | null => {
	try {
		const { week, rebuild } = parseArgs({
			args: [...args],
			options: { week: { type: 'string' }, rebuild: { type: 'string' } },
		}).values;
		if (week !== undefined && rebuild === undefined && isWeek(week)) return { week };
		return rebuild !== undefined && week === undefined && isRelease(rebuild) ? { rebuild } : null;
	} catch {
		return null;
	}
};

const lineOfRebuilt = (result: Rebuilt): string => {
	const { release } = result;
	switch (result.outcome) {
		case 'same':
			return `${release} : identique à ce qui est publié, empreinte ${result.hash}`;
		case 'restored':
			return `${release} : reconstituée et remise en place, empreinte ${result.hash}`;
		case 'differs':
			return `${release} : le calcul donne ${result.hash}, la publication ${result.published}. Rien n’a été écrit.`;
		case 'not-closed':
			return `${release} : pas close, elle ne peut être recalculée.`;
		case 'other-edition':
			return `${release} : faite avec d’autres listes ou un autre treillis. Il faut la version de Vigie de cette publication.`;
		case 'other-base':
			return `${release} : faite avec les clefs d’une autre base. Il faut VIGIE_BASE et la clef de cette base.`;
	}
};

/** carryOut asks the publisher, says what became of it and gives the exit code. */
const carryOut = async (queue: CloseQueue, asked: Asked, say: (line: string) => void): Promise<number> => {
	if ('rebuild' in asked) {
		const result = await queue.rebuild({ release: asked.rebuild });
		say(lineOfRebuilt(result));
		return result.outcome === 'same' || result.outcome === 'restored' ? 0 : 1;
	}
	const result = await queue.close({ week: asked.week });
	for (const line of linesOf(result)) say(line);
	return result.outcome === 'released' ? 0 : 1;
};

const linesOf = (result: CloseResult): readonly string[] => {
	switch (result.outcome) {
		case 'released':
			return result.releases.map(
				({ release, hash, again }) => `${release} : ${again ? 'déjà publiée' : 'publiée'}, empreinte ${hash}`,
			);
		case 'not-due':
			return [`${result.week} : encore ouverte, elle peut être close à partir du ${result.dueAt}.`];
		case 'waiting':
			return [
				`${result.week} : tout n’est pas encore chargé (partition ${result.partition} : ${result.committed} sur ${result.wanted}). Le service loader tourne-t-il ?`,
			];
	}
};

/** connect gives a connection to the stack's Redis; null when none answers. */
const connect = async (access: RedisAccess): Promise<Redis | null> => {
	const redis = new Redis(access.REDIS_URL, {
		...trustOf(access),
		maxRetriesPerRequest: null,
		lazyConnect: true,
		retryStrategy: () => null,
	});
	// The failure is told by connect itself.
	redis.on('error', () => undefined);
	return redis.connect().then(
		() => redis,
		() => null,
	);
};

/** runRelease is the command: it gives the exit code, 0 when the week is published (or collected, in a real world). */
export const runRelease = async (
	args: readonly string[],
	env: NodeJS.ProcessEnv,
	say: (line: string) => void,
): Promise<number> => {
	const asked = readArgs(args);
	if (asked === null) {
		say(
			'Usage : npm run release -- --week 2026-W46, ou --rebuild 2026-W46 (ou 2026-M11, 2026-Q4) ; périodes existantes',
		);
		return 2;
	}
	const config = parseConfig(CommandConfig, env);
	const redis = await connect(config);
	if (!redis) {
		say('Redis ne répond pas : Vigie tourne-t-elle ? (npm start)');
		return 1;
	}
	const queue = openCloseQueue({ connection: redis, prefix: config.VIGIE_TOPIC_PREFIX });
	try {
		if (!(await queue.hasPublisher())) {
			say('Le service publisher ne tourne pas : rien n’a été demandé.');
			return 1;
		}
		return await carryOut(queue, asked, say);
	} catch (err) {
		say(
			`${Object.values(asked)[0]} : l’opération a échoué. ${err instanceof Error ? err.message : 'Erreur inconnue'}`,
		);
		return 1;
	} finally {
		await queue.end();
		redis.disconnect();
	}
};
