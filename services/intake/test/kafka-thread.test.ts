import { createMetrics } from '@vigie/kit/metrics';
import { expect, test } from 'vitest';
import { type EventLog, openEventLog } from '../src/event-log.js';
import { createIntakeMetrics } from '../src/metrics.js';
import { fromSources } from './from-sources.js';

/** A thread that has no broker: nothing listens on port 1. */
const useThread = (logLevel: string) => {
	const connections: boolean[] = [];
	const log: EventLog = openEventLog({
		thread: { brokers: '127.0.0.1:1', topic: 'none', lanes: 1, logLevel },
		execArgv: fromSources,
		metrics: createIntakeMetrics(createMetrics('intake-test')),
		onConnected: (connected) => connections.push(connected),
	});
	return { log, connections };
};

test('when the thread that writes dies, intake learns it, and nothing is taken any more', async () => {
	// A level that the logger does not know ends the thread as any error of its own would.
	const { log, connections } = useThread('no such level');

	await expect(log.failed).rejects.toThrow('no such level');

	expect(connections.at(-1)).toBe(false);
	await expect(log.send(0, [])).rejects.toThrow('unavailable');
	await expect(log.close()).rejects.toThrow('no such level');
});

test('the thread ends when it is told to, also while it looks for a broker, and that is no failure', async () => {
	const { log } = useThread('silent');
	let failures = 0;
	log.failed.catch(() => {
		failures += 1;
	});

	await log.close();

	expect(failures).toBe(0);
});
