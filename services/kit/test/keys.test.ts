import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { type KeySource, keySourceOf, openKeys } from '../src/keys.js';
import { runFixture } from './run-fixture.js';

const random: KeySource = () => randomBytes(32);

const useDirectory = async (): Promise<string> => {
	const directory = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	onTestFinished(() => rm(directory, { recursive: true, force: true }));
	return directory;
};

const names = Array.from({ length: 40 }, (_, index) => `weeks/2026-W${String(index + 10)}`);

it('processes that make the same keys at once end with the same ones', async () => {
	const directory = await useDirectory();
	const makers = Array.from({ length: 3 }, () => runFixture('make-key', directory, ...names));

	expect(await Promise.all(makers.map(({ ended }) => ended))).toEqual([0, 0, 0]);

	const outputs = makers.map((maker) => maker.output());
	expect(new Set(outputs).size).toBe(1);
	expect(new Set(outputs[0]?.trim().split('\n')).size).toBe(names.length);
});

it('callers that make one key at once in one process get the same one, and leave nothing else behind', async () => {
	const directory = await useDirectory();
	const keys = openKeys(directory, random);

	const made = await Promise.all(Array.from({ length: 30 }, () => keys.ensure('record')));

	expect(new Set(made.map((key) => key.toString('hex'))).size).toBe(1);
	expect(await readdir(directory)).toEqual(['record.key']);
});

it('a key is kept: made once, read the same ever after, by its owner alone', async () => {
	const directory = await useDirectory();

	const made = await openKeys(directory, random).ensure('weeks/2026-W46');

	const again = openKeys(directory, random);
	expect(await again.ensure('weeks/2026-W46')).toEqual(made);
	expect(await again.read('weeks/2026-W46')).toEqual(made);
	expect((await stat(join(directory, 'weeks/2026-W46.key'))).mode & 0o777).toBe(0o600);
	expect((await stat(join(directory, 'weeks'))).mode & 0o777).toBe(0o700);
});

it('a key that was never made is absent, not an error', async () => {
	const keys = openKeys(join(await useDirectory(), 'nowhere'), random);

	expect(await keys.read('record')).toBeNull();
});

it.each(['', 'abc', `${'0'.repeat(63)}g`, '0'.repeat(66)])(
	'a damaged key ("%s") is said by name, without its content, and is never replaced',
	async (content) => {
		const directory = await useDirectory();
		const file = join(directory, 'record.key');
		await writeFile(file, content);
		const keys = openKeys(directory, random);

		await expect(keys.read('record')).rejects.toThrow(
			'the key record is damaged: 64 hexadecimal digits expected',
		);
		await expect(keys.ensure('record')).rejects.toThrow('damaged');
		expect(await readFile(file, 'utf8')).toBe(content);
	},
);

it('a destroyed key is gone, and destroying it again is no error', async () => {
	const directory = await useDirectory();
	const keys = openKeys(directory, random);
	const made = await keys.ensure('weeks/2026-W46');

	await keys.destroy('weeks/2026-W46');
	await keys.destroy('weeks/2026-W46');
	await keys.destroy('quarters/2026-Q4');

	expect(await keys.read('weeks/2026-W46')).toBeNull();
	expect(await keys.ensure('weeks/2026-W46')).not.toEqual(made);
});

it('a directory that cannot be used is an error, not an absence', async () => {
	const directory = await useDirectory();
	await writeFile(join(directory, 'weeks'), 'a file where a folder should be');
	await chmod(directory, 0o500);

	await expect(openKeys(directory, random).read('weeks/2026-W46')).rejects.toThrow('ENOTDIR');
	await expect(openKeys(directory, random).ensure('weeks/2026-W46')).rejects.toThrow();
});

it('the keys of a demonstration follow from its seed and their name; those of a real world follow from nothing', () => {
	const demo = keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'a' });
	const sameSeed = keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'a' });
	const otherSeed = keySourceOf({ VIGIE_WORLD: 'demo', VIGIE_DEMO_SEED: 'b' });
	const real = keySourceOf({ VIGIE_WORLD: 'real', VIGIE_DEMO_SEED: 'a' });

	expect(demo('record')).toEqual(sameSeed('record'));
	expect(demo('record')).toHaveLength(32);
	for (const other of [demo('cell'), otherSeed('record'), real('record')])
		expect(other).not.toEqual(demo('record'));
	expect(real('record')).not.toEqual(real('record'));
});
