import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { clickhouseShape, kafkaShape, parseConfig } from '@vigie/kit/config';
import { enginePassword } from '@vigie/kit/engine-password';
import { createKafka } from '@vigie/kit/kafka';
import { createLogger } from '@vigie/kit/logger';
import { z } from 'zod';
import { dataFolderOf, worldOf } from '../../../deploy/local/bootstrap/data-folder.mjs';
import { sumOf } from './account.js';
import { isWhole, openVerification, type VerificationOptions, type Verified } from './open-verification.js';
import { progressTo, renderAccounts } from './render.js';

const help = `npm run verify

Accounts for every message that the running stack has accepted and still has in its log: per hour of reception and partition,
accepted = stored + superseded (another copy came first) + dead letters (+ waiting to be loaded). The last line of the standard
output is one JSON object; the exit code is not 0 when a committed message is nowhere, or the loader's ledger has a gap.

  --watch        look again every two seconds, until Ctrl-C; when an engine is away, begin again when it is back
  --real         the real world, instead of the demonstration
`;

const Config = z.object({
	...kafkaShape,
	...clickhouseShape('detector'),
	VIGIE_KEYS: z.string().optional(),
});

const LOOK_AGAIN_MS = 2_000;
/** Accounts on a screen that is watched: eight hours of three partitions. */
const WATCHED = 24;

const { stderr, stdout } = process;
const progress = progressTo(stderr);
const sentenceOf = (err: unknown): string => (err instanceof Error ? err.message : 'unknown error');
const complain = (err: unknown): void => {
	progress.clear();
	stderr.write(`the stack cannot be verified: ${sentenceOf(err)}\n`);
};

const show = (verified: Verified, watching: boolean): void => {
	progress.clear();
	const table = renderAccounts(verified, sumOf(verified.accounts), watching ? WATCHED : undefined);
	stdout.write(`${watching && stdout.isTTY ? '\x1b[2J\x1b[H' : ''}${table}`);
};

/** lookOnce reads all there is, once. */
const lookOnce = async (options: VerificationOptions): Promise<Verified> => {
	const verification = await openVerification(options);
	try {
		return await verification.look();
	} finally {
		await verification.close();
	}
};

/** watch shows the accounts until it is told to stop, and gives the last ones; null when there were none yet. */
const watch = async (options: VerificationOptions, stop: AbortSignal): Promise<Verified | null> => {
	let last: Verified | null = null;
	const pause = (): Promise<void> => wait(LOOK_AGAIN_MS, undefined, { signal: stop }).catch(() => undefined);
	while (!stop.aborted) {
		try {
			const verification = await openVerification(options);
			try {
				while (!stop.aborted) {
					last = await verification.look();
					show(last, true);
					await pause();
				}
			} finally {
				await verification.close();
			}
		} catch (err) {
			complain(err);
			await pause();
		}
	}
	return last;
};

const verify = async (args: string[], watching: boolean): Promise<number> => {
	const startedMs = performance.now();
	const config = parseConfig(Config, process.env);
	const keys = config.VIGIE_KEYS ?? join(dataFolderOf(worldOf(args, process.env), process.env), 'keys');
	const password = await enginePassword({ ...config, VIGIE_KEYS: keys });
	const client = createClickHouse({ ...config, CLICKHOUSE_PASSWORD: password }, 'vigie-verify');
	const options = {
		kafka: createKafka(config, 'vigie-verify', createLogger('verify', 'silent')),
		client,
		prefix: config.VIGIE_TOPIC_PREFIX,
		onRead: progress.tell,
	};
	const stop = new AbortController();
	// Nobody waits for the end of a first reading that was given up.
	const interrupted = (): void => (watching && !stop.signal.aborted ? stop.abort() : process.exit(130));
	process.on('SIGINT', interrupted);
	const verified = watching ? await watch(options, stop.signal) : await lookOnce(options);
	await client.close();
	if (verified === null) return 130;
	if (!watching) show(verified, false);
	const sum = sumOf(verified.accounts);
	const seconds = Math.round((performance.now() - startedMs) / 1000);
	stdout.write(`${JSON.stringify({ ...sum, ledgerFaults: verified.ledgerFaults.length, seconds })}\n`);
	return isWhole(verified, sum) ? 0 : 1;
};

const args = process.argv.slice(2);
const { values } = parseArgs({
	args,
	options: { watch: { type: 'boolean' }, real: { type: 'boolean' }, help: { type: 'boolean' } },
});
if (values.help) stdout.write(help);
else {
	verify(args, values.watch ?? false).then(
		(code) => process.exit(code),
		(err: unknown) => {
			complain(err);
			process.exit(1);
		},
	);
}
