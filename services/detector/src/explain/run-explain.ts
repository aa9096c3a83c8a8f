import { createClickHouse } from '@vigie/kit/clickhouse';
import { clickhouseShape, keysShape, parseConfig } from '@vigie/kit/config';
import { enginePassword } from '@vigie/kit/engine-password';
import { z } from 'zod';
import { type Detected, openSignalStore, type SignalStore } from '../store/signal-store.js';
import { tellSignal } from './tell-signal.js';

const Config = z.object({ ...clickhouseShape('detector'), ...keysShape });
const find = (store: SignalStore, asked: string): Promise<readonly Detected[]> =>
	z.uuid().safeParse(asked).success ? store.versions(asked) : store.lastOf(asked);

/** Explanation is where the command writes. */
export interface Explanation {
	readonly say: (line: string) => void;
	readonly complain: (line: string) => void;
}

/**
 * runExplain prints the reasoning behind every version of a signal: `asked` is its identifier, or a series (`outage/FR/ANTS`), whose last
 * signal is told. It gives the exit code: 0 when told, 1 when there is none. What it prints is private.
 */
export const runExplain = async (
	asked: string,
	env: NodeJS.ProcessEnv,
	{ say, complain }: Explanation,
): Promise<number> => {
	const config = parseConfig(Config, env);
	const client = createClickHouse(
		{ ...config, CLICKHOUSE_PASSWORD: await enginePassword(config) },
		'explain',
	);
	try {
		const store = openSignalStore(client);
		const found = await find(store, asked);
		for (const detected of found) for (const line of [...tellSignal(detected), '']) say(line);
		if (found.length > 0) return 0;
		complain('Aucun signal de ce nom. Les dernières séries qui en ont eu :');
		for (const series of await store.latestSeries()) complain(`  ${series}`);
		return 1;
	} finally {
		await client.close();
	}
};
