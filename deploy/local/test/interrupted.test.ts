import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const runFile = fileURLToPath(new URL('../bootstrap/run.mjs', import.meta.url));

/** A step whose command ends in order, with code 0, when it is told to stop. */
const step = `
	const { run } = await import(${JSON.stringify(runFile)});
	const command = "process.on('SIGINT', () => process.exit(0)); setInterval(() => 0, 1000); console.log('begun')";
	const onLine = () => console.log('begun');
	await run(process.execPath, ['-e', command], { onLine }).then(
		() => console.log('done'),
		(error) => console.log(error.message.replace(process.execPath, 'it')),
	);
`;

test('a step that is interrupted is not taken for done, though its command ended in order', async () => {
	const child = spawn(process.execPath, ['--input-type=module', '-e', step], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const lines: string[] = [];
	child.stdout.setEncoding('utf8').on('data', (text: string) => {
		if (lines.length === 0) child.kill('SIGINT');
		lines.push(...text.trim().split('\n'));
	});

	await once(child, 'close');

	expect(lines).toEqual(['begun', 'it was interrupted']);
});
