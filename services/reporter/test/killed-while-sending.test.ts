import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { cleanUp } from '@vigie/test/cleanup';
import { useReceiver } from '@vigie/test/use-receiver';
import { expect, test } from 'vitest';
import { signalOf, useReporter, waitUntil } from './use-reporter.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** startProcess runs the reporter as a process of its own, from its sources, so that it can be killed. */
const startProcess = (env: NodeJS.ProcessEnv): ChildProcess => {
	const child = spawn(
		process.execPath,
		['--conditions=vigie-source', '--import', 'tsx', 'services/reporter/src/server.ts'],
		{ cwd: root, env: { ...process.env, ...env }, stdio: 'ignore' },
	);
	cleanUp(async () => {
		child.kill('SIGKILL');
	});
	return child;
};

test('a reporter killed between sending and recording sends once more, under the same key, and the repeat is recorded', async () => {
	const stack = await useReporter();
	const env = { ...stack.env, VIGIE_WEBHOOK_LOOPBACK: 'allow' };
	let first: ChildProcess | null = null;
	const { url, received } = await useReceiver((response, count) => {
		// The message has arrived; its sender dies before it hears of it.
		if (count === 1) first?.kill('SIGKILL');
		response.writeHead(204).end();
	});
	const keys = () => received.map(({ headers }) => headers['webhook-id']);
	await stack.register({
		type: 'webhook',
		id: 'cnaf-1',
		body: 'CNAF',
		url,
		generation: 1,
		previousUntil: null,
		active: true,
	});
	first = startProcess(env);
	const ended = new Promise((resolve) => first?.once('exit', (_code, signal) => resolve(signal)));
	await stack.publish(signalOf());
	expect(await ended).toBe('SIGKILL');
	expect(keys()).toHaveLength(1);

	// The dead one still belongs to the group: kafkajs alone would keep its place for half a minute, and the next one would wait.
	const tooLate = wait(15_000, null, { ref: false });
	const second = await Promise.race([stack.startReporter({ VIGIE_WEBHOOK_LOOPBACK: 'allow' }), tooLate]);
	if (second === null) throw new Error('it waits for the one that was killed');

	const detail = await waitUntil(async () => {
		const [row] = (await second.list()).reports;
		const now = row && (await second.detail(row.id));
		return now?.state === 'sent' && now;
	}, 'the second sending');

	expect(keys()).toEqual(Array(2).fill(`${detail.id}.1.webhook.cnaf-1`));
	expect(detail.deliveries).toMatchObject([{ outcome: 'delivered' }]);
});
