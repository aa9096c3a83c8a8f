import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { services } from '@vigie/local/services';
import { declareMany } from '@vigie/test/chaos/declarations';
import { sendUntilTold } from '@vigie/test/chaos/send';
import { createHistory } from '@vigie/test/history/history';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { expectAllStoredOnce, useFragileStack } from './use-fragile-stack.js';

const stack = await useFragileStack();
const history = createHistory();

const Step = z.object({ msg: z.literal('closed'), step: z.string(), ms: z.number() });

/** closedSteps reads from a service's own log which steps of its last shutdown were done, in order, each with its time. */
const closedSteps = async (name: string): Promise<string[]> => {
	const text = await readFile(join(stack.dataDir, 'logs', `${name}.log`), 'utf8');
	const last = text.slice(text.lastIndexOf('"stopping"'));
	return last.split('\n').flatMap((line) => {
		try {
			const step = Step.safeParse(JSON.parse(line));
			return step.success ? [step.data.step] : [];
		} catch {
			return [];
		}
	});
};

const flush: Readonly<Record<string, string>> = { intake: 'kafka', loader: 'events', gateway: 'http' };

test.each(services.map(({ name }) => name))(
	'G10: %s, told to stop in the middle of traffic, ends by itself with code 0, step by step, and loses nothing',
	{ timeout: 120_000 },
	async (name) => {
		const sending = Promise.all(
			Array.from({ length: 12 }, () => sendUntilTold(stack, declareMany(60), history)),
		);
		const ending = await stack.stop(name);
		const steps = await closedSteps(name);
		await stack.start(name);
		await sending;

		expect(ending).toEqual({ code: 0, signal: null });
		expect(steps[0], 'readiness goes first').toBe('readiness');
		expect(steps.length).toBeGreaterThanOrEqual(3);
		if (flush[name] !== undefined) expect(steps).toContain(flush[name]);
		await expectAllStoredOnce(stack, history);
	},
);
