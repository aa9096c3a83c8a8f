import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keySourceOf, openKeys } from '@vigie/kit/keys';
import { createLogger } from '@vigie/kit/logger';
import { cleanUp } from '@vigie/test/cleanup';
import type { KafkaMessage } from 'kafkajs';
import { expect, test } from 'vitest';
import { createSteps } from '../../local/bootstrap/steps.mjs';
import { mirrorKeys, putKeysBack, refuseTogether } from '../src/copy-keys.js';
import { readLines, writeLines } from '../src/files.js';
import { lineOf, messageOf } from '../src/message-line.js';
import { placed } from '../src/positions.js';
import { readBackup } from '../src/read-backup.js';
import { runBackup } from '../src/run-backup.js';

const useFolder = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-parts-'));
	cleanUp(() => rm(folder, { recursive: true }));
	return folder;
};

const useKeys = async () => {
	const folder = await useFolder();
	const keys = openKeys(join(folder, 'keys'), keySourceOf({ VIGIE_WORLD: 'real', VIGIE_DEMO_SEED: '' }));
	for (const name of ['record', 'cell', 'weeks/2026-W46', 'weeks/2026-W47']) await keys.ensure(name);
	return { keys, from: join(folder, 'keys'), to: join(folder, 'copy'), folder };
};

test('lines are read back as they were, in pieces of whole lines, however small the pieces', async () => {
	const folder = await useFolder();
	const lines = Array.from({ length: 5_000 }, (_, index) => `${index}\t${'é\\n'.repeat(index % 50)}\n`);

	const entry = await writeLines(
		folder,
		'a/b.tsv.gz',
		(async function* () {
			for (const line of lines) yield line;
		})(),
	);
	const pieces: string[] = [];
	for await (const piece of readLines(join(folder, 'a/b.tsv.gz'), 10_000)) pieces.push(piece.toString());

	expect(entry.count).toBe(5_000);
	expect(pieces.length).toBeGreaterThan(3);
	expect(pieces.every((piece) => piece.endsWith('\n'))).toBe(true);
	expect(pieces.join('')).toBe(lines.join(''));
	expect((await stat(join(folder, 'a/b.tsv.gz'))).mode & 0o777).toBe(0o600);
});

test('a message keeps its bytes: key, value, time, headers, even none, repeated or not text', () => {
	const message: KafkaMessage = {
		key: Buffer.from([0, 255, 10]),
		value: null,
		timestamp: '1763000000000',
		attributes: 0,
		offset: '7',
		headers: { one: Buffer.from([1, 200]), two: [Buffer.from('a'), Buffer.from('b')], none: undefined },
	};

	const line = lineOf(message);

	expect(line).not.toContain('\n');
	expect(messageOf(line, 3)).toEqual({
		partition: 3,
		key: message.key,
		value: null,
		timestamp: '1763000000000',
		headers: { one: [Buffer.from([1, 200])], two: [Buffer.from('a'), Buffer.from('b')] },
	});
});

test('on a log made anew a group stands after as many messages as it had read', () => {
	const at = (group: string, topic: 'registry' | 'events', offset: bigint) => ({
		group,
		topic,
		partition: 0,
		offset,
	});
	const kept = new Map([
		['registry/0', [3n, 8n, 9n]],
		['events/0', [50n, 51n]],
	]);

	const positions = placed([at('a', 'registry', 9n), at('loader-events', 'events', 50n)], kept);

	expect(positions.map(({ keptBefore }) => keptBefore)).toEqual([2, 0]);
});

test('a key that was destroyed since the last copy is destroyed in the copy too', async () => {
	const { keys, from, to } = await useKeys();
	await mirrorKeys(from, to);

	await keys.destroy('weeks/2026-W46');
	await mirrorKeys(from, to);

	expect((await readdir(to, { recursive: true })).sort()).toEqual([
		'cell.key',
		'record.key',
		'weeks',
		'weeks/2026-W47.key',
	]);
});

test('a restore replaces no key', async () => {
	const { from, to, folder } = await useKeys();
	await mirrorKeys(from, to);
	await putKeysBack(to, join(folder, 'empty'));
	await writeFile(join(from, 'cell.key'), 'another');

	await expect(putKeysBack(to, from)).rejects.toThrow('another cell.key');
	expect(await readFile(join(from, 'cell.key'), 'utf8')).toBe('another');
	expect(await readFile(join(folder, 'empty/record.key'), 'utf8')).toBe(
		await readFile(join(from, 'record.key'), 'utf8'),
	);
});

test('keys and data never lie together, and a folder that is not empty is left alone', async () => {
	const folder = await useFolder();
	await writeFile(join(folder, 'mine'), '');
	const place = {
		world: 'demo',
		KAFKA_BROKERS: '127.0.0.1:1',
		REDIS_URL: 'redis://127.0.0.1:1',
		CLICKHOUSE_URL: 'http://127.0.0.1:1',
		CLICKHOUSE_USER: '',
		CLICKHOUSE_PASSWORD: '',
		VIGIE_TOPIC_PREFIX: '',
		VIGIE_KEYS: join(folder, 'keys'),
		VIGIE_KAFKA_REPLICATION: 1,
	} as const;
	const to = (path: string, keys: string | null) =>
		runBackup(place, { to: path, keys }, createSteps(process.stderr), createLogger('test', 'silent'));

	expect(() => refuseTogether('/backups/1', '/backups/1/keys')).toThrow('apart');
	expect(() => refuseTogether('/keys/of/backup', '/keys')).toThrow('apart');
	await expect(to('/backups/1', '/backups/1/keys')).rejects.toThrow('apart');
	await expect(to(folder, null)).rejects.toThrow('not empty');
});

test('what is no whole backup is not restored', async () => {
	const folder = await useFolder();

	await expect(readBackup(folder, 'demo')).rejects.toThrow('no backup.json');
});
