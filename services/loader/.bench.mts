import { spawn } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { migrate } from '@vigie/clickhouse/migrate';
import { serviceRoles } from '@vigie/clickhouse/roles';
import { applyTopics } from '@vigie/kafka/topics';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { createKafka, createProducer } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { startFront } from '@vigie/local/clickhouse-front/start-front';
import { startKafka } from '@vigie/local/engines/kafka';
import { findKafka } from '@vigie/local/engines/kafka-jars';
import { prepareBatch } from './src/prepare-batch.js';
import { rowOf } from './src/row.js';

const N = Number(process.env.N ?? 240000);
const root = '/tmp/loader-bench';
await rm(root + '/data', { recursive: true, force: true });
await rm(root + '/kafka', { recursive: true, force: true });
await mkdir(root + '/kafka', { recursive: true });
await mkdir(root + '/keys', { recursive: true });
await writeFile(root + '/keys/record.key', 'ab'.repeat(32) + '\n');
const credentials = Object.fromEntries(serviceRoles.map((r) => [r, 'pw']));
const front = await startFront({ dataDir: root + '/data', credentials, port: 21600 });
const kafkaEngine = await startKafka(
	{ port: 21601, controllerPort: 21602 },
	root + '/kafka',
	root + '/kafka.log',
	await findKafka({ say() {}, step() {}, line() {}, progress() {} } as any),
);
const c = (u: string) =>
	createClickHouse({ CLICKHOUSE_URL: front.url, CLICKHOUSE_USER: u, CLICKHOUSE_PASSWORD: 'pw' }, 'b');
await migrate(c('migrator'));
const logger = createLogger('bench', 'warn');
const kafka = createKafka('127.0.0.1:21601', 'bench', logger);
const admin = kafka.admin();
await admin.connect();
await applyTopics(admin, '');
const platforms = ['CAF_FR', 'AMELI', 'FRANCE_TRAVAIL', 'ANTS', 'IMPOTS'];
const body = (i: number) =>
	JSON.stringify({
		event: {
			id: randomUUID(),
			revision: 0,
			retracted: false,
			kind: 'procedure.failed',
			version: '1-0-0',
			taxonomy: '2026.1',
			observedAt: '2026-11-10T13:00:00Z',
			benefit: 'RSA',
			platform: platforms[i % 5],
			procedureChannel: 'EN_LIGNE',
			step: 'DEPOT',
			failureKind: 'ERREUR_SERVEUR',
			consequence: 'RETARD',
			personsConcerned: 'UN',
			factors: ['A', 'B'],
		},
		admission: {
			receivedSlot: '2026-11-10T13:15:00Z',
			channel: 'FORMULAIRE',
			roleFamily: 'SOCIAL',
			structureFamily: 'CCAS',
			territory: '75',
			reporterToken: randomBytes(8).readBigUInt64BE().toString(),
			structureToken: '12345678901234567890',
			organisationToken: '12345678901234567890',
			ownPlatform: false,
			bodyHash: randomBytes(8).toString('hex'),
		},
	});
const producer = createProducer(kafka);
await producer.connect();
const bodies = Array.from({ length: N }, (_, i) => body(i));
console.log('produce...');
for (let i = 0; i < N; i += 3000)
	await producer.send({
		topic: 'events.v1',
		acks: -1,
		messages: bodies.slice(i, i + 3000).map((v) => ({ key: JSON.parse(v).event.id, value: v })),
	});
// straight insert of the same rows, JSONEachRow, bodies prepared before
const loaderClient = c('loader');
const key = Buffer.from('ab'.repeat(32), 'hex');
const straight = async () => {
	const parts: string[] = [];
	for (let i = 0; i < N; i += 15000)
		parts.push(
			bodies
				.slice(i, i + 15000)
				.map((b, j) => JSON.stringify(rowOf(JSON.parse(b), { partition: 0, offset: String(i + j) }, key)))
				.join('\n'),
		);
	const s = performance.now();
	for (const p of parts)
		await loaderClient
			.exec({
				query: 'INSERT INTO private.events FORMAT JSONEachRow',
				values: Readable.from([Buffer.from(p)]),
				clickhouse_settings: { insert_deduplication_token: randomUUID() },
			})
			.then((r) => {
				r.stream.resume();
			});
	return performance.now() - s;
};
const t = performance.now();
prepareBatch(
	{
		messages: bodies.slice(0, 20000).map((b, i) => ({ value: Buffer.from(b), offset: String(i) })),
		partition: 0,
	} as any,
	key,
);
console.log('prepare 20k ms', (performance.now() - t).toFixed(0));
await straight();
await c('migrator').command({ query: 'TRUNCATE TABLE private.events' });
const s1 = await straight();
console.log('straight ms', s1.toFixed(0), 'rows/s', ((N / s1) * 1000).toFixed(0));
await c('migrator').command({ query: 'TRUNCATE TABLE private.events' });
const env = {
	...process.env,
	KAFKA_BROKERS: '127.0.0.1:21601',
	CLICKHOUSE_URL: front.url,
	CLICKHOUSE_PASSWORD: 'pw',
	VIGIE_KEYS: root + '/keys',
	VIGIE_LOADER_PORT: '21603',
	LOG_LEVEL: 'info',
};
const child = spawn(process.execPath, ['dist/server.js'], { env, stdio: 'inherit' });
const pub = c('publisher');
const count = async () =>
	Number(
		(
			await (
				await pub.query({ query: 'SELECT count() AS c FROM private.events', format: 'JSONEachRow' })
			).json<any>()
		)[0].c,
	);
let start = 0,
	first = 0;
for (;;) {
	const n = await count();
	if (n > 0 && !start) {
		start = performance.now();
		first = n;
	}
	if (n >= N) {
		console.log(
			'loader ms',
			(performance.now() - start).toFixed(0),
			'rows/s',
			(((N - first) / (performance.now() - start)) * 1000).toFixed(0),
			'first',
			first,
			'ratio',
			((N - first) / (performance.now() - start) / (N / s1)).toFixed(2),
		);
		break;
	}
	await new Promise((r) => setTimeout(r, 50));
}
// latency
const lat: number[] = [];
for (let i = 0; i < 60; i++) {
	const b = body(i);
	const id = JSON.parse(b).event.id;
	await producer.send({ topic: 'events.v1', acks: -1, messages: [{ key: id, value: b }] });
	const s = performance.now();
	for (;;) {
		const r = await (
			await pub.query({
				query: `SELECT count() AS c FROM private.events WHERE id='${id}'`,
				format: 'JSONEachRow',
			})
		).json<any>();
		if (Number(r[0].c) > 0) break;
		await new Promise((r) => setTimeout(r, 5));
	}
	lat.push(performance.now() - s);
	await new Promise((r) => setTimeout(r, Math.random() * 100));
}
lat.sort((a, b) => a - b);
console.log('latency p50', lat[30]!.toFixed(0), 'p99', lat[59]!.toFixed(0));
console.log(
	(await (await fetch('http://127.0.0.1:21603/metrics')).text())
		.split('\n')
		.filter((l) => /^(insert_rows_(sum|count)|insert_seconds_(sum|count)|consumer_|process_resident)/.test(l))
		.join('\n'),
);
const ts = performance.now();
child.kill('SIGTERM');
const code = await new Promise((r) => child.once('exit', r));
console.log('exit', code, (performance.now() - ts).toFixed(0));
await producer.disconnect();
await admin.disconnect();
await kafkaEngine.kill();
await front.stop();
process.exit(0);
