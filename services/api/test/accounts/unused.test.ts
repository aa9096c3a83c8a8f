import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { openRegistryView } from '@vigie/kit/registry-view';
import { AuditEntry } from '@vigie/schemas/accounts/audit';
import { Me, SESSION_COOKIE } from '@vigie/schemas/accounts/session';
import { retention } from '@vigie/schemas/retention';
import { topicsWithPrefix } from '@vigie/schemas/topics';
import { cleanUp } from '@vigie/test/cleanup';
import { useClickHouse } from '@vigie/test/engines';
import { followLog } from '@vigie/test/verify/follow-log';
import { expect, test, vi } from 'vitest';
import { readAs, useApi } from '../fixture.js';
import { createJar } from './cookie-jar.js';
import { signIn } from './use-identity.js';
import { usePeople } from './use-people.js';

const DAY_MS = 86_400_000;
const clickhouse = await useClickHouse();
const logger = createLogger('test', 'silent');
const people = await usePeople(clickhouse);
const { brokers, prefix, redis, keys } = people;
const kafka = createKafka({ KAFKA_BROKERS: brokers }, 'unused-accounts', logger);

/** laterApi is another api of the same registry, sessions and keys, whose clock is ahead. */
const laterApi = (aheadMs: number, env: NodeJS.ProcessEnv = {}) =>
	useApi(clickhouse, {
		KAFKA_BROKERS: brokers,
		VIGIE_TOPIC_PREFIX: prefix,
		VIGIE_KEYS: keys,
		REDIS_URL: redis,
		VIGIE_CLOCK_OFFSET_MS: String(aheadMs),
		...env,
	});

/** aheadTo gives how far a clock must be moved to stand some days after an account was last used for as long as it may be. */
const aheadTo = (days: number): number => {
	const limit = new Date('2026-11-01T00:00:00.000Z');
	limit.setUTCMonth(limit.getUTCMonth() + retention.accountMonths);
	return limit.getTime() + days * DAY_MS - Date.now();
};

/** sessionOf signs somebody in, and gives what the same cookie opens at a clock that is ahead. */
const sessionOf = async (person: string, env: NodeJS.ProcessEnv = {}) => {
	const jar = await signIn(people.url, person);
	const cookie = jar.cookie(people.url, SESSION_COOKIE) ?? '';
	return async (aheadMs: number) => {
		const { url } = await laterApi(aheadMs, env);
		const same = createJar();
		same.plant(url, SESSION_COOKIE, cookie);
		return readAs(await same.fetch(`${url}/v1/me`), Me);
	};
};

test('a session that was not used for half an hour opens nothing, and is gone from Redis', async () => {
	const meAt = await sessionOf('camille');

	expect(await meAt(29 * 60_000)).toMatchObject({ account: expect.anything() });
	expect(await meAt(90 * 60_000)).toMatchObject({ account: null });
	// The clock of Redis is the machine's: what the api ended does not wait for it.
	expect(await meAt(0)).toMatchObject({ account: null });
}, 60_000);

test('a session that is used all the time ends eight hours after it was opened all the same', async () => {
	const [hours, minutes] = [3_600_000, 60_000];
	const neverIdle = { VIGIE_SESSION_IDLE_MS: String(24 * hours) };
	const meAt = await sessionOf('camille', neverIdle);

	expect(await meAt(8 * hours - 5 * minutes)).toMatchObject({ account: expect.anything() });
	expect(await meAt(8 * hours + minutes)).toMatchObject({ account: null });
	expect(await meAt(0)).toMatchObject({ account: null });
}, 60_000);

test('an account that nobody used for twelve months is closed without its roles, and the log of administration says so', async () => {
	const registry = await openRegistryView(kafka, topicsWithPrefix(prefix).registry, logger);
	cleanUp(() => registry.close());
	const id = people.account('alix');
	const told: string[] = [];
	const log = await followLog(kafka, topicsWithPrefix(prefix).audit, (messages) => {
		for (const { value } of messages) {
			const { action, actor, target } = AuditEntry.parse(JSON.parse(String(value)));
			if (action === 'account.lapsed') told.push(`${actor.kind} ${target}`);
		}
	});
	cleanUp(() => log.close());
	await vi.waitUntil(() => registry.find('account', id)?.grants.length === 1, {
		timeout: 20_000,
		interval: 50,
	});

	await laterApi(aheadTo(-1));
	expect(registry.find('account', id)).toMatchObject({ closed: false });
	await laterApi(aheadTo(2));

	await vi.waitUntil(() => registry.find('account', id)?.closed === true && told.length > 0, {
		timeout: 20_000,
		interval: 50,
	});
	expect(registry.find('account', id)).toMatchObject({ closed: true, grants: [] });
	expect(told).toContain(`job ${id}`);
	expect(new Set(told).size).toBe(told.length);
}, 60_000);
