import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { declareMany } from '@vigie/test/chaos/declarations';
import { startFragileStack } from '@vigie/test/chaos/fragile-stack';
import { sendOnce, sendUntilTold } from '@vigie/test/chaos/send';
import { cleanUp } from '@vigie/test/cleanup';
import { createHistory } from '@vigie/test/history/history';
import { expect, test, vi } from 'vitest';
import { expectAllStoredOnce } from './use-fragile-stack.js';

const mayMount = process.getuid?.() === 0;

/** useSmallDisk gives a data folder whose broker writes to a disk of 64 MB, and what fills it and empties it again. */
const useSmallDisk = () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'vigie-small-disk-'));
	const disk = join(dataDir, 'kafka');
	mkdirSync(disk);
	execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]);
	cleanUp(async () => {
		execFileSync('umount', ['--lazy', disk]);
		rmSync(dataDir, { recursive: true, force: true });
	});
	const filler = join(disk, 'filler');
	return {
		dataDir,
		fill: (): void => {
			try {
				for (const piece of [Buffer.alloc(1_000_000), Buffer.alloc(512)])
					for (;;) appendFileSync(filler, piece);
			} catch (err) {
				if (!(err instanceof Error && 'code' in err && err.code === 'ENOSPC')) throw err;
			}
		},
		free: () => rmSync(filler),
	};
};

test.skipIf(!mayMount)(
	'G1: while the broker’s disk is full nothing is acknowledged that is not kept; with room again, all goes on',
	{ timeout: 240_000 },
	async () => {
		const disk = useSmallDisk();
		const stack = await startFragileStack({ dataDir: disk.dataDir });
		cleanUp(() => stack.close());
		const history = createHistory();
		await sendUntilTold(stack, declareMany(200), history);

		disk.fill();
		await vi.waitUntil(async () => (await sendOnce(stack, declareMany(100), history)) === 'unknown', {
			timeout: 60_000,
			interval: 50,
		});
		const during = history.acknowledged;
		const told = await Promise.all(
			Array.from({ length: 5 }, () => sendOnce(stack, declareMany(20), history)),
		);
		disk.free();
		await sendUntilTold(stack, declareMany(100), history);

		expect(told).toEqual(told.map(() => 'unknown'));
		expect((await expectAllStoredOnce(stack, history)).acknowledged).toBe(during + 100);
	},
);
