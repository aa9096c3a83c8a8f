import { expect, it } from 'vitest';
import { z } from 'zod';
import { runFixture } from './run-fixture.js';

const Line = z.object({ msg: z.string(), step: z.string().optional() });

const stepsOf = (output: string, message: string): (string | undefined)[] =>
	output
		.trim()
		.split('\n')
		.map((line) => Line.parse(JSON.parse(line)))
		.filter(({ msg }) => msg === message)
		.map(({ step }) => step);

it.each(['SIGTERM', 'SIGINT'] as const)(
	'%s closes every step in order, and ends with code 0',
	async (signal) => {
		const service = runFixture('service', 'clean');
		await service.says('"started"');

		service.child.kill(signal);

		expect(await service.ended).toBe(0);
		expect(stepsOf(service.output(), 'closed')).toEqual(['http', 'kafka', 'store']);
	},
);

it('a step that fails does not keep the next ones from closing, and the code says so', async () => {
	const service = runFixture('service', 'failing-step');
	await service.says('"started"');

	service.child.kill('SIGTERM');

	expect(await service.ended).toBe(1);
	expect(stepsOf(service.output(), 'could not close')).toEqual(['kafka']);
	expect(stepsOf(service.output(), 'closed')).toEqual(['http', 'store']);
});

it('a part that dies ends the service with a non-zero code, its steps closed', async () => {
	const service = runFixture('service', 'part-dies');

	expect(await service.ended).toBe(1);
	expect(service.output()).toContain('a part of the service died');
	expect(stepsOf(service.output(), 'closed')).toEqual(['http', 'kafka', 'store']);
});

it.each(['cannot-start', 'unhandled-rejection', 'uncaught-exception'])(
	'%s ends the process with a non-zero code',
	async (way) => {
		expect(await runFixture('service', way).ended).toBe(1);
	},
);

it('a service that still waits for an engine can be stopped', async () => {
	const service = runFixture('service', 'waits-for-an-engine');
	await service.says('"waiting"');

	service.child.kill('SIGTERM');

	expect(await service.ended).toBe(0);
});

it('a second signal ends a shutdown that hangs', async () => {
	const service = runFixture('service', 'hanging-step');
	await service.says('"started"');
	service.child.kill('SIGTERM');
	await service.says('"stopping"');

	service.child.kill('SIGTERM');

	expect(await service.ended).toBe('SIGTERM');
});

it('a shutdown that hangs is forced: the code is not zero, and the log names the step', async () => {
	const service = runFixture('service', 'hanging-step', '200');
	await service.says('"started"');

	service.child.kill('SIGTERM');

	expect(await service.ended).toBe(1);
	expect(stepsOf(service.output(), 'shutdown forced')).toEqual(['kafka']);
});
