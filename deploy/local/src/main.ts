import type { Steps } from '../bootstrap/steps.mjs';
import { readOptions } from './options.js';
import { killAndRefuseChildren, killLiveChildren } from './processes/child.js';
import { type Stack, startStack } from './stack.js';
import { readStackConfig, type StackConfig } from './stack-config.js';
import { listenForStop, type StopSignals } from './stop-signals.js';
import { tellAddresses, tellDeath } from './tell.js';

const INTERRUPTED = 130;

const sentenceOf = (err: unknown): string => (err instanceof Error ? err.message : 'unknown error');

const loadHistory = (steps: Steps, stack: Stack): Promise<void> =>
	steps.step('demonstration', (progress) =>
		stack.loadHistory(({ done, total }) =>
			progress(done === total ? `${total} weeks` : `${done} of ${total} weeks; use the pages meanwhile`),
		),
	);

/** runUntilStopped gives 0 when the person stopped it, 1 when something failed; everything is stopped, in order, either way. */
const runUntilStopped = async (
	stack: Stack,
	config: StackConfig,
	steps: Steps,
	stop: StopSignals,
): Promise<number> => {
	const death = stack.death.then((dead) => {
		tellDeath(steps, dead);
		return 1;
	});
	const ending = tellAddresses(steps, stack, config)
		.then(() => {
			// Its failure is a death, which is told like any other.
			if (config.history) void loadHistory(steps, stack).catch(() => undefined);
			return stop.first;
		})
		.then(() => 0)
		.catch((err: unknown) => {
			steps.note(`\n  ✗ ${sentenceOf(err)}`);
			return 1;
		});
	const code = await Promise.race([ending, death]);
	steps.note('');
	return (await stack.stop()) ? code : 1;
};

/** main starts the local stack, tells its addresses, and ends the process when it is stopped or when a part of it dies. */
export const main = async (args: readonly string[], env: NodeJS.ProcessEnv, steps: Steps): Promise<never> => {
	const stop = listenForStop();
	stop.onAgain(() => {
		steps.note('  stopping at once');
		killLiveChildren();
	});
	// Whatever happens to us, no process stays.
	process.on('exit', killLiveChildren);
	let code = 1;
	try {
		const config = readStackConfig(env, readOptions(args, env));
		steps.note(`\nVigie, ${config.VIGIE_WORLD} world, data in ${config.dataDir}\n`);
		// Half-started things need no ordered shutdown: nothing has been accepted yet.
		let started = false;
		void stop.first.then(() => {
			if (!started) killAndRefuseChildren();
		});
		const stack = await startStack(config, steps);
		started = true;
		code = await runUntilStopped(stack, config, steps, stop);
	} catch (err) {
		if (stop.wasAsked()) code = INTERRUPTED;
		else steps.note(`\n  ✗ ${sentenceOf(err)}\n`);
	}
	steps.close();
	process.exit(code);
};
