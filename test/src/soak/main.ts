import { parseArgs } from 'node:util';
import { startFragileStack } from '../chaos/fragile-stack.js';
import { settle } from '../chaos/settle.js';
import { runOverload } from './overload.js';

const help = `npm run soak -- --seconds 600

Offers a stack of its own three times what it can take, for ten minutes unless told otherwise. The exit code is not 0 when an answer
is neither 202, 429 nor 503, when one of those does not say when to come back, when the memory of intake or gateway grows from the
first half to the second, when it does not recover by itself, or when something acknowledged is not stored once.
`;

const SETTLED_WITHIN_MS = 600_000;
const TOLD_EVERY_MS = 10_000;
/** Memory that a collector takes as it comes. */
const GROWTH = 1.15;
const SLACK_MB = 30;

const { values } = parseArgs({
	options: { seconds: { type: 'string', default: '600' }, help: { type: 'boolean' } },
});

const run = async (): Promise<number> => {
	const stack = await startFragileStack();
	try {
		let toldMs = 0;
		const overload = await runOverload(stack, Number(values.seconds), (answers, memory) => {
			if (performance.now() - toldMs < TOLD_EVERY_MS) return;
			toldMs = performance.now();
			process.stderr.write(`${JSON.stringify(answers)} ${memory}\n`);
		});
		const { history, ...figures } = overload;
		const settled = await settle(stack, history, SETTLED_WITHIN_MS);
		const grows = Object.values(figures.memory).some(
			({ first, second }) => second > first * GROWTH + SLACK_MB,
		);
		const strange = Object.keys(figures.answers).filter((status) => !['202', '429', '503'].includes(status));
		const { lost, doubled } = settled;
		const result = {
			...figures,
			acknowledged: settled.acknowledged,
			stored: settled.stored,
			lost: lost.length,
			doubled: doubled.length,
		};
		process.stdout.write(`${JSON.stringify(result)}\n`);
		const good = !grows && strange.length === 0 && figures.withoutRetryAfter === 0;
		return good && lost.length === 0 && doubled.length === 0 ? 0 : 1;
	} finally {
		await stack.close();
	}
};

if (values.help) process.stdout.write(help);
else {
	try {
		process.exitCode = await run();
	} catch (err) {
		process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
		process.exitCode = 1;
	}
}
