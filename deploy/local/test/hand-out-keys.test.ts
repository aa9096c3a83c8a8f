import { mkdtemp, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { handOutKeys } from '../src/deploy/hand-out-keys.js';
import { ensureLongLivedKeys } from '../src/deploy/long-lived-keys.js';

const useKeys = async () => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-keys-'));
	cleanUp(() => rm(folder, { recursive: true }));
	const [keys, to] = [join(folder, 'keys'), join(folder, 'of')];
	await ensureLongLivedKeys({ VIGIE_KEYS: keys, VIGIE_WORLD: 'real', VIGIE_DEMO_SEED: '' });
	return { keys, to };
};

const filesOf = async (folder: string): Promise<string[]> => {
	const entries = await readdir(folder, { withFileTypes: true });
	return entries
		.filter((entry) => entry.isFile())
		.map(({ name }) => name.replace(/^device-\w+\./, 'device.'))
		.sort();
};

test('each service gets the keys that it works with, and no other', async () => {
	const { keys, to } = await useKeys();

	await handOutKeys(keys, to);

	expect(await filesOf(join(to, 'loader'))).toEqual(['clickhouse.json', 'record.key', 'session.key']);
	expect(await filesOf(join(to, 'publisher'))).toEqual(['cell.key', 'clickhouse.json']);
	expect(await filesOf(join(to, 'intake'))).toEqual(['comments.key', 'device.public.jwk', 'proposals.key']);
	expect(await filesOf(join(to, 'api'))).toEqual([
		'admin.token',
		'attestations.key',
		'clickhouse.json',
		'comments.key',
		'device.private.jwk',
		'session.key',
		'webhooks.key',
	]);
	expect(await filesOf(join(to, 'reporter'))).toEqual(['clickhouse.json', 'session.key', 'webhooks.key']);
});

test('a key that is being changed goes with the one before it to those who hold it', async () => {
	const { keys, to } = await useKeys();
	for (const name of ['comments', 'session'])
		await rename(join(keys, `${name}.key`), join(keys, `${name}-previous.key`));
	await ensureLongLivedKeys({ VIGIE_KEYS: keys, VIGIE_WORLD: 'real', VIGIE_DEMO_SEED: '' });

	await handOutKeys(keys, to);

	const changed = async (name: string) =>
		(await filesOf(join(to, name))).filter((file) => /^(comments|session)/.test(file));
	const [comments, session] = [
		['comments-previous.key', 'comments.key'],
		['session-previous.key', 'session.key'],
	] as const;
	expect(await changed('intake')).toEqual(comments);
	expect(await changed('api')).toEqual([...comments, ...session]);
	expect(await changed('reporter')).toEqual(session);
	expect(await readFile(join(to, 'intake/comments.key'))).not.toEqual(
		await readFile(join(to, 'intake/comments-previous.key')),
	);
});

test('each finds its own password of the store, and no other', async () => {
	const { keys, to } = await useKeys();

	await handOutKeys(keys, to);

	const all = JSON.parse(await readFile(join(keys, 'clickhouse.json'), 'utf8'));
	for (const name of ['loader', 'detector', 'publisher', 'api'])
		expect(JSON.parse(await readFile(join(to, name, 'clickhouse.json'), 'utf8'))).toEqual({
			[name]: all[name],
		});
});

test('a key that was taken away is taken back, and the youngest stays the youngest', async () => {
	const { keys, to } = await useKeys();
	const long = new Date('2026-01-01T00:00:00Z');
	await writeFile(join(keys, 'device-old.public.jwk'), '{}');
	await writeFile(join(keys, 'device-old.private.jwk'), '{}');
	await utimes(join(keys, 'device-old.private.jwk'), long, long);
	await handOutKeys(keys, to);
	expect((await stat(join(to, 'api/device-old.private.jwk'))).mtime).toEqual(long);

	await rm(join(keys, 'device-old.public.jwk'));
	await handOutKeys(keys, to);

	expect(await filesOf(join(to, 'intake'))).toEqual(['comments.key', 'device.public.jwk', 'proposals.key']);
});

test('only their owner reads them, and the weeks’ keys have a place to be mounted', async () => {
	const { keys, to } = await useKeys();

	await handOutKeys(keys, to);

	for (const path of ['loader/record.key', 'api/admin.token', 'api/clickhouse.json'])
		expect((await stat(join(to, path))).mode & 0o777, path).toBe(0o600);
	expect((await stat(join(to, 'intake/weeks'))).isDirectory()).toBe(true);
});
