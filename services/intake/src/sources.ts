import type { RegistryView } from '@vigie/kit/registry-view';
import { redisRhythms } from '@vigie/kit/rhythm-memory';
import { createSilenceWatch, type SilenceOptions, type SilenceWatch, sources } from '@vigie/kit/silence';
import type { Redis } from 'ioredis';
import type { Sender } from './sender.js';

/** Sources are those who send: all devices as one, for nobody is watched, and each machine client by its key. */
export interface Sources extends SilenceWatch {
	/** sent notes that a sender sent an event that was admitted. */
	sent(sender: Pick<Sender, 'channel' | 'id'>): void;
}

const DEVICES = 'devices';
const KEY = 'key ';

/** openSources listens to the sources of intake; what is learnt of them outlives a restart in Redis. */
export const openSources = (
	redis: Redis,
	prefix: string,
	registry: Pick<RegistryView, 'find'>,
	options: Pick<SilenceOptions, 'clock' | 'metrics' | 'logger'>,
): Sources => {
	const isExpected = (name: string): boolean => {
		const key = name.startsWith(KEY) && registry.find('api-key', name.slice(KEY.length));
		if (!key) return name === DEVICES;
		const lives = Date.parse(key.expiresAt) > options.clock.now().getTime();
		return lives && !key.revoked;
	};
	const watch = createSilenceWatch({
		...options,
		kind: 'source',
		measure: sources,
		memory: redisRhythms(redis, `${prefix}intake:sources`),
		isExpected,
	});
	return {
		...watch,
		sent: ({ channel, id }) => {
			if (channel === 'FORMULAIRE') watch.heard(DEVICES);
			else if (channel === 'API_PARTENAIRE') watch.heard(`${KEY}${id}`);
		},
	};
};
