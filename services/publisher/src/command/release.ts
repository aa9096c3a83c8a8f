import { parseArgs } from 'node:util';
import { kafkaShape, parseConfig, redisShape } from '@vigie/kit/config';
import { isWeek } from '@vigie/schemas/calendar';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { openCloseQueue } from '../enqueue-close.js';
import type { CloseResult } from '../jobs/close-job.js';

const CommandConfig = z.object({ ...redisShape, VIGIE_TOPIC_PREFIX: kafkaShape.VIGIE_TOPIC_PREFIX });

const readWeek = (args: readonly string[]): string | null => {
	try {
		const { week } = parseArgs({ args: [...args], options: { week: { type: 'string' } } }).values;
		return week !== undefined && isWeek(week) ? week : null;
	} catch {
		return null;
	}
};

const linesOf = (result: CloseResult): readonly string[] => {
	switch (result.outcome) {
		case 'released':
			return result.releases.map(
				({ release, hash, again }) => `${release} : ${again ? 'déjà publiée' : 'publiée'}, empreinte ${hash}`,
			);
		case 'collected':
			return [`${result.week} : close, non publiée. Un monde réel collecte et ne publie pas encore.`];
		case 'not-due':
			return [`${result.week} : encore ouverte, elle peut être close à partir du ${result.dueAt}.`];
		case 'waiting':
			return [
				`${result.week} : tout n’est pas encore chargé (partition ${result.partition} : ${result.committed} sur ${result.wanted}). Le service loader tourne-t-il ?`,
			];
	}
};

/** connect gives a connection to the stack's Redis; null when none answers. */
const connect = async (url: string): Promise<Redis | null> => {
	const redis = new Redis(url, { maxRetriesPerRequest: null, lazyConnect: true, retryStrategy: () => null });
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
	const week = readWeek(args);
	if (week === null) {
		say('Usage : npm run release -- --week 2026-W46 (semaine ISO existante)');
		return 2;
	}
	const config = parseConfig(CommandConfig, env);
	const redis = await connect(config.REDIS_URL);
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
		const result = await queue.close({ week });
		for (const line of linesOf(result)) say(line);
		return result.outcome === 'released' || result.outcome === 'collected' ? 0 : 1;
	} catch (err) {
		say(`${week} : la clôture a échoué. ${err instanceof Error ? err.message : 'Erreur inconnue'}`);
		return 1;
	} finally {
		await queue.end();
		redis.disconnect();
	}
};
