import { useKafkaNetwork } from '@vigie/test/engines';
import { expect, test } from 'vitest';
import { alert } from './events.js';
import { expectProblem } from './problems.js';
import { useIntake } from './use-intake.js';

const useCuttableIntake = async () => {
	const { brokers, proxy } = await useKafkaNetwork();
	return { proxy, intake: await useIntake({ brokers }) };
};

test('while Kafka is cut off, events are answered 503 with Retry-After; when it is back, nothing had been kept', async () => {
	const { proxy, intake } = await useCuttableIntake();
	await expect.poll(async () => (await intake.post(alert())).status).toBe(202);
	const before = (await intake.onTopic()).length;

	proxy.cut();
	const refused = await Promise.all(Array.from({ length: 20 }, () => intake.post(alert())));

	for (const response of refused) {
		expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
		await expectProblem(response, 503, 'unavailable');
	}
	expect((await fetch(`${intake.url}/health/ready`)).status).toBe(503);
	proxy.restore();
	const event = alert();
	await expect.poll(async () => (await intake.post(event)).status, { timeout: 15_000 }).toBe(202);
	const ids = (await intake.onTopic()).map(({ key }) => String(key));
	expect(ids).toHaveLength(before + 1);
	expect(ids).toContain(event.id);
	// Ready once every lane is connected again.
	const ready = async () => (await fetch(`${intake.url}/health/ready`)).status;
	await expect.poll(ready, { timeout: 15_000 }).toBe(200);
}, 60_000);

test('a network that swallows everything is answered 503 in some seconds, not minutes', async () => {
	const { proxy, intake } = await useCuttableIntake();
	await expect.poll(async () => (await intake.post(alert())).status).toBe(202);
	proxy.delay(60_000);
	const startedMs = performance.now();

	const response = await intake.post(alert());

	await expectProblem(response, 503, 'unavailable');
	expect(performance.now() - startedMs).toBeLessThan(7_000);
	const next = performance.now();
	// Eight, so that every lane is asked.
	const others = await Promise.all(Array.from({ length: 8 }, () => intake.post(alert())));
	expect(performance.now() - next).toBeLessThan(1_000);
	for (const other of others) await expectProblem(other, 503, 'unavailable');

	// What is on its way would arrive within the minute, and intake's leave-taking with it: a new network, for the end.
	proxy.cut();
	proxy.delay(0);
	proxy.restore();
}, 60_000);
