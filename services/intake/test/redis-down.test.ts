import { cleanUp } from '@vigie/test/cleanup';
import { useRedis } from '@vigie/test/engines';
import { startTcpProxy } from '@vigie/test/tcp-proxy';
import { expect, test } from 'vitest';
import { alert } from './events.js';
import { useIntake } from './use-intake.js';

test('without any Redis, every event is accepted and written', async () => {
	const intake = await useIntake({ redisUrl: 'redis://127.0.0.1:1' });
	const total = 10;

	const responses = await Promise.all(Array.from({ length: total }, () => intake.post(alert())));

	expect(responses.map(({ status }) => status)).toEqual(Array(total).fill(202));
	expect(await intake.onTopic()).toHaveLength(total);
});

test('a Redis that dies or hangs on the way refuses nothing, and is used again when it is back', async () => {
	const redis = await useRedis();
	const proxy = await startTcpProxy(Number(new URL(redis.address).port));
	cleanUp(() => proxy.close());
	const intake = await useIntake({ redisUrl: `redis://127.0.0.1:${proxy.port}` });
	const event = alert();
	expect((await intake.post(event)).status).toBe(202);
	await expect.poll(async () => (await intake.post({ ...event, step: 'PIECES' })).status).toBe(409);

	proxy.delay(20_000);
	expect((await intake.post(alert())).status).toBe(202);
	proxy.delay(0);
	proxy.cut();
	expect((await intake.post(alert())).status).toBe(202);
	// Forgotten, for want of a memory: written a second time, which the store counts once.
	expect((await intake.post({ ...event, step: 'CONNEXION' })).status).toBe(202);

	proxy.restore();
	await expect
		.poll(async () => (await intake.post({ ...event, step: 'PIECES' })).status, { timeout: 15_000 })
		.toBe(409);
});
