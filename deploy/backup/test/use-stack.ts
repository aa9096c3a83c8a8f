import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAdminClient } from '@vigie/demonstration/admin-client';
import { createLogger } from '@vigie/kit/logger';
import { type Stack, startStack } from '@vigie/local/stack';
import { readStackConfig } from '@vigie/local/stack-config';
import { hourOf } from '@vigie/schemas/calendar';
import { BatchReceipt } from '@vigie/schemas/http';
import { cleanUp } from '@vigie/test/cleanup';
import { freePorts } from '@vigie/test/free-ports';
import { z } from 'zod';
import { createSteps } from '../../local/bootstrap/steps.mjs';
import { putKeysBack } from '../src/copy-keys.js';
import { keysOf, withEngines } from '../src/engines-at-hand.js';
import { readBackup } from '../src/read-backup.js';
import { runBackup } from '../src/run-backup.js';
import { runRestore } from '../src/run-restore.js';

const steps = createSteps(process.stderr);
const logger = createLogger('backup-test', 'error');
const structure = {
	id: 'test-1',
	label: 'Structure d’essai',
	organisation: 'test',
	family: 'DEPARTEMENT',
	departement: '35',
	body: null,
};

const declaration = () => ({
	id: randomUUID(),
	revision: 0,
	retracted: false,
	kind: 'procedure.failed',
	version: '1-0-0',
	taxonomy: '2026.1',
	observedAt: hourOf(new Date()),
	benefit: 'RSA',
	platform: 'CAF_MON_COMPTE',
	procedureChannel: 'WEB',
	step: 'FORMULAIRE',
	failureKind: 'CAS_NON_PREVU',
	consequence: 'RETARD',
});

const send = async (url: string, key: string, count: number): Promise<string[]> => {
	const events = Array.from({ length: count }, declaration);
	const response = await fetch(`${url}/v1/events/batch`, {
		method: 'POST',
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		body: JSON.stringify({ events }),
	});
	if (BatchReceipt.parse(await response.json()).accepted !== count) throw new Error('not all were accepted');
	return events.map(({ id }) => id);
};

const makeKey = async ({ apiUrl, keys }: Stack): Promise<string> => {
	const admin = await openAdminClient(apiUrl, keys);
	await admin.post('/admin/structures', structure, z.unknown());
	const order = { structure: structure.id, roleFamily: 'TRAVAIL_SOCIAL', scopes: ['ingest'] };
	return (await admin.post('/admin/api-keys', order, z.object({ key: z.string() }))).key;
};

/** useStack gives a local stack on a folder of the test's own, which the test stops, destroys, restores and starts. */
export const useStack = async () => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-restored-'));
	const data = join(folder, 'data');
	const inherited = Object.fromEntries(
		Object.entries(process.env).filter(([name]) => !/^(KAFKA_|CLICKHOUSE_|REDIS_|VIGIE_)/.test(name)),
	);
	const env = { ...inherited, ...(await freePorts()), VIGIE_DATA: data, VIGIE_DEMO_WEEKS: '1' };
	const config = readStackConfig(env, { world: 'demo', history: false });
	let stack: Stack | null = null;
	const stop = async (): Promise<void> => {
		await stack?.stop();
		stack = null;
	};
	cleanUp(async () => {
		await stop();
		await rm(folder, { recursive: true, force: true });
	});
	return {
		data,
		backups: join(folder, 'backups'),
		keyCopy: join(folder, 'keys-elsewhere'),
		start: async (): Promise<Stack> => {
			stack = await startStack(config, steps);
			return stack;
		},
		/** The stack that runs. */
		running: (): Stack => {
			if (!stack) throw new Error('no stack is running');
			return stack;
		},
		stop,
		makeKey,
		send,
		backup: (to: string, keys: string | null) =>
			withEngines(config, steps, true, (place) => runBackup(place, { to, keys }, steps, logger)),
		restore: async (from: string, keys: string | null) => {
			const manifest = await readBackup(from, 'demo');
			if (keys !== null) await putKeysBack(keys, keysOf(config));
			return withEngines(config, steps, false, (place) => runRestore(place, from, manifest, steps, logger));
		},
	};
};
