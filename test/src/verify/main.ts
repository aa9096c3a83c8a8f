import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { clickhouseShape, kafkaShape, parseConfig } from '@vigie/kit/config';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { z } from 'zod';
import { dataFolderOf, worldOf } from '../../../deploy/local/bootstrap/data-folder.mjs';
import { type Account, sumOf } from './account.js';
import { isWhole, openVerification, type Verified } from './open-verification.js';

const help = `npm run verify

Accounts for every message that the running stack has accepted and still has in its log: per hour of reception and partition,
accepted = stored + superseded (another copy came first) + dead letters (+ waiting to be loaded). The last line of the standard
output is one JSON object; the exit code is not 0 when a committed message is nowhere, or the loader's ledger has a gap.

  --watch        look again every two seconds, until Ctrl-C
  --real         the real world, instead of the demonstration
`;

const Config = z.object({
	...kafkaShape,
	...clickhouseShape('detector'),
	VIGIE_KEYS: z.string().optional(),
});

const LOOK_AGAIN_MS = 2_000;
const columns = ['accepted', 'stored', 'superseded', 'dead', 'waiting', 'missing'] as const;

const lineOf = (name: string, counts: Pick<Account, (typeof columns)[number]>): string =>
	`${name.padEnd(26)}${columns.map((column) => String(counts[column]).padStart(12)).join('')}\n`;

const render = ({ accounts, ledgerFaults, missing }: Verified, sum: ReturnType<typeof sumOf>): string =>
	[
		`${'hour, partition'.padEnd(26)}${columns.map((column) => column.padStart(12)).join('')}\n`,
		...accounts.map((account) => lineOf(`${account.hour} ${account.partition}`, account)),
		lineOf('all', sum),
		...ledgerFaults.map((fault) => `ledger: ${fault}\n`),
		...missing.map((place) => `missing: partition/offset ${place}\n`),
	].join('');

const passwordOf = async (keys: string, role: string): Promise<string> =>
	z.record(z.string(), z.string()).parse(JSON.parse(await readFile(join(keys, 'clickhouse.json'), 'utf8')))[
		role
	] ?? '';

const verify = async (args: string[], watch: boolean): Promise<number> => {
	const config = parseConfig(Config, process.env);
	const keys = config.VIGIE_KEYS ?? join(dataFolderOf(worldOf(args, process.env), process.env), 'keys');
	const password = config.CLICKHOUSE_PASSWORD || (await passwordOf(keys, config.CLICKHOUSE_USER));
	const client = createClickHouse({ ...config, CLICKHOUSE_PASSWORD: password }, 'vigie-verify');
	const kafka = createKafka(config.KAFKA_BROKERS, 'vigie-verify', createLogger('verify', 'silent'));
	const verification = await openVerification({
		kafka,
		client,
		prefix: config.VIGIE_TOPIC_PREFIX,
		onRead: (messages) => void (process.stderr.isTTY && process.stderr.write(`\r${messages} messages read`)),
	});
	let stopped = false;
	process.once('SIGINT', () => {
		stopped = true;
	});
	for (;;) {
		const verified = await verification.look();
		const sum = sumOf(verified.accounts);
		if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
		process.stdout.write(`${watch && process.stdout.isTTY ? '\x1b[2J\x1b[H' : ''}${render(verified, sum)}`);
		if (watch && !stopped) await wait(LOOK_AGAIN_MS);
		if (watch && !stopped) continue;
		await verification.close();
		await client.close();
		const faults = verified.ledgerFaults.length;
		process.stdout.write(`${JSON.stringify({ ...sum, ledgerFaults: faults })}\n`);
		return isWhole(verified, sum) ? 0 : 1;
	}
};

const args = process.argv.slice(2);
const { values } = parseArgs({
	args,
	options: { watch: { type: 'boolean' }, real: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) process.stdout.write(help);
else {
	verify(args, values.watch ?? false).then(
		(code) => process.exit(code),
		(err: unknown) => {
			process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
			process.exit(1);
		},
	);
}
