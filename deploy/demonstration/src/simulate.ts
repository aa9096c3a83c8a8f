import { parseArgs } from 'node:util';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { clickhouseShape, keysShape, parseConfig } from '@vigie/kit/config';
import { enginePassword } from '@vigie/kit/engine-password';
import cliProgress from 'cli-progress';
import { z } from 'zod';
import { openAdminClient } from './admin-client.js';
import { enrolDevices } from './live/devices.js';
import { drive } from './live/drive.js';
import { createLedger, percentile } from './live/ledger.js';
import { reconcile } from './live/reconcile.js';
import { speak } from './live/speak.js';
import { createRandom } from './random.js';
import { createWorld } from './world.js';

const Config = z.object({
	...keysShape,
	...clickhouseShape('detector'),
	VIGIE_DEMO_SEED: z.string().default('vigie-demo-1'),
	VIGIE_API_URL: z.url().default('http://127.0.0.1:8086'),
	VIGIE_PUBLIC_URL: z.url().default('http://127.0.0.1:8080'),
});

const Options = z.object({
	rate: z.coerce.number().positive().max(5_000),
	duration: z.coerce.number().positive().max(86_400),
	devices: z.coerce.number().int().positive().max(1_000),
	seed: z.string(),
});

const readOptions = () =>
	Options.parse(
		parseArgs({
			options: {
				rate: { type: 'string', default: '20' },
				duration: { type: 'string', default: '30' },
				devices: { type: 'string', default: '25' },
				seed: { type: 'string', default: String(Date.now()) },
			},
		}).values,
	);

const run = async (): Promise<number> => {
	const options = readOptions();
	const config = parseConfig(Config, process.env);
	const world = createWorld({ seed: config.VIGIE_DEMO_SEED, now: new Date() });
	const admin = await openAdminClient(config.VIGIE_API_URL, config.VIGIE_KEYS);
	const devices = await enrolDevices(
		admin,
		config.VIGIE_PUBLIC_URL,
		world.network.workers.slice(0, options.devices),
	);
	const spoken = await speak(
		config.VIGIE_PUBLIC_URL,
		devices,
		createRandom(`spoken/${options.seed}`),
		Date.now(),
	);
	const ledger = createLedger();
	const bar = new cliProgress.SingleBar(
		{
			format: '{bar} {value}/{total} events, {duration_formatted}',
			noTTYOutput: true,
			notTTYSchedule: 5_000,
		},
		cliProgress.Presets.shades_classic,
	);
	bar.start(Math.round(options.rate * options.duration), 0);
	await drive({
		publicUrl: config.VIGIE_PUBLIC_URL,
		devices,
		ratePerSecond: options.rate,
		durationSeconds: options.duration,
		random: createRandom(`live/${options.seed}`),
		ledger,
		onSent: () => bar.increment(),
	});
	bar.stop();
	const password = await enginePassword(config);
	const client = createClickHouse({ ...config, CLICKHOUSE_PASSWORD: password }, 'vigie-simulate');
	const stored = await reconcile(client, ledger.acknowledged, 30_000);
	await client.close();
	const differences = ledger.acknowledged.size - stored;
	const report = {
		sent: ledger.sent,
		acknowledged: ledger.acknowledged.size,
		refused: ledger.refused,
		unknown: ledger.unknown,
		stored,
		differences,
		answerMsP50: Math.round(percentile(ledger.answerMs, 0.5)),
		answerMsP99: Math.round(percentile(ledger.answerMs, 0.99)),
		...spoken,
	};
	process.stdout.write(`${JSON.stringify(report)}\n`);
	return differences === 0 ? 0 : 1;
};

run().then(
	(code) => process.exit(code),
	(err: unknown) => {
		process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
		process.exit(1);
	},
);
