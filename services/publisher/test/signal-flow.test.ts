import { PublishedSignal } from '@vigie/schemas/signal';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, it, vi } from 'vitest';
import { useRunningPublisher } from './running-publisher.js';
import { aRung, aSignal } from './signal-examples.js';
import { rowsIn } from './store.js';

it('a signal goes from the detector’s topic to everyone’s, coarsened, and what is refused stops nothing', async () => {
	const { kafka, topics, store, url } = await useRunningPublisher(new Date().toISOString());
	const [producer, consumer] = [
		kafka.producer(),
		kafka.consumer({ groupId: `${topics.signalsPublished}-reader`, maxWaitTimeInMs: 250 }),
	];
	await Promise.all([producer.connect(), consumer.connect()]);
	cleanUp(() => Promise.all([producer.disconnect(), consumer.disconnect()]));
	const heard: { key: string; signal: PublishedSignal }[] = [];
	await consumer.subscribe({ topic: topics.signalsPublished, fromBeginning: true });
	await consumer.run({
		eachMessage: async ({ message }) => {
			const signal = PublishedSignal.parse(JSON.parse(String(message.value)));
			heard.push({ key: String(message.key), signal });
		},
	});
	const signal = aSignal({ ladder: [aRung({ territory: '75' }, 7), aRung({ territory: 'R11' }, 7)] });

	const send = (value: string) => producer.send({ topic: topics.signalsPrivate, messages: [{ value }] });
	await send('not a signal');
	await send(JSON.stringify(signal));

	await vi.waitFor(() => expect(heard).toHaveLength(1), { timeout: 40_000, interval: 100 });
	expect(heard[0]?.key).toBe(heard[0]?.signal.id);
	expect(heard[0]?.signal).toMatchObject({
		coordinates: { platform: 'ANTS', territory: 'R11' },
		band: '6-9',
	});
	expect(heard[0]?.signal.id).not.toContain(signal.id.slice(0, 8));
	expect(await rowsIn(store, 'published.signals')).toBe(1);
	expect(await (await fetch(`${url}/metrics`)).text()).toMatch(/signals_total\{outcome="refused".*\} 1/);
}, 90_000);
