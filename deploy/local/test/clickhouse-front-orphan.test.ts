import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { credentials, temporaryFolder } from './clickhouse-front-helper.js';

function lives(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}

test('a front does not outlive the process that started it, however that one ends', async () => {
	const start = new URL('../src/clickhouse-front/start-front.ts', import.meta.url).href;
	const script = `
		const { startFront } = await import(${JSON.stringify(start)});
		const front = await startFront({ dataDir: process.env.FOLDER, credentials: JSON.parse(process.env.CREDENTIALS) });
		process.stdout.write(String(front.pid));`;
	const parent = spawn(
		process.execPath,
		['--conditions=vigie-source', '--import', 'tsx', '--input-type=module', '-e', script],
		{
			env: { ...process.env, FOLDER: temporaryFolder(), CREDENTIALS: JSON.stringify(credentials) },
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	);
	const [said] = await once(parent.stdout, 'data');
	const pid = Number(String(said));
	expect(lives(pid)).toBe(true);

	parent.kill('SIGKILL');

	for (let waited = 0; lives(pid) && waited < 3_000; waited += 50) await wait(50);
	expect(lives(pid)).toBe(false);
});
