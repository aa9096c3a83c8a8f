import type { Clock } from '@vigie/schemas/clock';
import type { Redis } from 'ioredis';
import type { Logger } from 'pino';

/** RateCounter counts the requests of each sender within a window of time, over all processes of intake. */
export interface RateCounter {
	/** count adds one request and gives how many there are in the present window, and the milliseconds that it still lasts. */
	count(sender: string): { readonly current: number; readonly ttl: number };
	close(): void;
}

interface Entry {
	/** Requests counted here. */
	own: number;
	/** Of those, how many Redis was told of. */
	told: number;
	/** Requests counted by other processes, as far as Redis told. */
	others: number;
}

const MINUTE_MS = 60_000;
/** Processes tell each other that often: one exchange a sender instead of one a request. */
const EXCHANGE_MS = 250;

const addAll = `
local totals = {}
for index, key in ipairs(KEYS) do
	totals[index] = redis.call('INCRBY', key, ARGV[index + 1])
	redis.call('PEXPIRE', key, ARGV[1])
end
return totals`;

const isTotal = (value: unknown): value is number => typeof value === 'number';

/** createRateCounter counts at once in memory, by the minute unless told otherwise, and exchanges with Redis, whose absence refuses nobody. */
export const createRateCounter = (
	redis: Redis,
	prefix: string,
	clock: Clock,
	logger: Logger,
	windowMs = MINUTE_MS,
): RateCounter => {
	let window = Number.NaN;
	let entries = new Map<string, Entry>();

	const exchange = async (): Promise<void> => {
		const changed = [...entries].filter(([, entry]) => entry.own > entry.told);
		if (changed.length === 0) return;
		const sent = changed.map(([, entry]) => entry.own - entry.told);
		const keys = changed.map(([sender]) => `${prefix}intake:rate:${window}:${sender}`);
		changed.forEach(([, entry], index) => {
			entry.told += sent[index] ?? 0;
		});
		const totals = await redis.eval(addAll, keys.length, ...keys, String(2 * windowMs), ...sent.map(String));
		if (!Array.isArray(totals)) return;
		changed.forEach(([, entry], index) => {
			const total: unknown = totals[index];
			if (isTotal(total)) entry.others = total - entry.told;
		});
	};
	const timer = setInterval(
		() => void exchange().catch((err: unknown) => logger.debug({ err }, 'rates are counted here only')),
		EXCHANGE_MS,
	).unref();

	return {
		count: (sender) => {
			const now = clock.now().getTime();
			const current = Math.floor(now / windowMs);
			if (current !== window) {
				window = current;
				entries = new Map();
			}
			const entry = entries.get(sender) ?? { own: 0, told: 0, others: 0 };
			if (entry.own === 0) entries.set(sender, entry);
			entry.own += 1;
			return { current: entry.own + entry.others, ttl: windowMs - (now % windowMs) };
		},
		close: () => clearInterval(timer),
	};
};
