import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '@vigie/clickhouse/migrate';
import { serviceRoles } from '@vigie/clickhouse/roles';
import { createClickHouse } from '@vigie/kit/clickhouse';
import { startFront } from '@vigie/local/clickhouse-front/start-front';
import type { Engine } from '@vigie/local/engines/engine';
import { startKafka } from '@vigie/local/engines/kafka';
import { findKafka } from '@vigie/local/engines/kafka-jars';
import { freePort } from '@vigie/local/ports';
import { openBuiltPages } from './build-pages.js';

/** KafkaLink is a port that the broker listens on, and the one that it tells who comes that way: what stands between them is a network. */
interface KafkaLink {
	readonly listen: number;
	readonly advertised: number;
}

/** EngineDesk serves the tests of one run: one Kafka broker for all, one store to copy and the pages of each dashboard, made when the first of them asks. */
export interface EngineDesk {
	readonly url: string;
	/** sourcesChanged says that what was built before is not what the sources say now. */
	sourcesChanged(): void;
	close(): Promise<void>;
}

const killGroup = (pid: number): void => {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// It is gone already: what was wanted.
	}
};

const startBroker = async (folder: string, link: KafkaLink): Promise<Engine> => {
	const ports = { port: await freePort(), controllerPort: await freePort(), links: [link] };
	return startKafka(ports, folder, join(folder, 'kafka.log'), await findKafka(() => undefined));
};

/** makeStore fills a folder with an empty store that has every migration: most tests begin from a copy of it. */
const makeStore = async (dataDir: string): Promise<void> => {
	const credentials = Object.fromEntries(serviceRoles.map((role) => [role, randomBytes(12).toString('hex')]));
	const front = await startFront({ dataDir, credentials, port: await freePort() });
	const client = createClickHouse(
		{
			CLICKHOUSE_URL: front.url,
			CLICKHOUSE_USER: 'migrator',
			CLICKHOUSE_PASSWORD: credentials.migrator ?? '',
		},
		'test',
	);
	try {
		await migrate(client);
	} finally {
		await client.close();
		await front.stop();
	}
};

/**
 * openEngineDesk listens on loopback: `GET /kafka` answers the broker's address, `GET /kafka-link` where it can be reached through a
 * network of a test's own, `GET /store` the folder of an empty store that is migrated, `GET /pages/<dashboard>` the folder of its pages, `POST /owned/<pid>` makes sure that a process which a test file started is gone at the end, even when
 * that file crashed.
 */
export const openEngineDesk = async (): Promise<EngineDesk> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-desk-'));
	const owned = new Set<number>();
	const link = { listen: await freePort(), advertised: await freePort() };
	let kafka: Promise<Engine> | null = null;
	const broker = (): Promise<Engine> => {
		kafka ??= startBroker(join(folder, 'kafka'), link);
		return kafka;
	};
	let store: Promise<string> | null = null;
	const migrated = (): Promise<string> => {
		const dataDir = join(folder, 'store');
		store ??= makeStore(dataDir).then(() => dataDir);
		return store;
	};
	const pages = openBuiltPages(join(folder, 'pages'));
	const answer = async (path: string): Promise<string> => {
		if (path === '/store') return migrated();
		const [, dashboard] = /^\/pages\/([a-z]+)$/.exec(path) ?? [];
		if (dashboard !== undefined) return pages.of(dashboard);
		const { address } = await broker();
		return path === '/kafka-link' ? JSON.stringify(link) : address;
	};
	const server = createServer(async (request, response) => {
		const pid = Number(/^\/owned\/(\d+)$/.exec(request.url ?? '')?.[1]);
		if (pid > 1) {
			owned.add(pid);
			response.end();
			return;
		}
		try {
			response.end(await answer(request.url ?? '/'));
		} catch (err) {
			response.writeHead(500).end(err instanceof Error ? err.message : 'it did not start');
		}
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1' }, resolve));
	return {
		url: `http://127.0.0.1:${port}`,
		sourcesChanged: () => pages.forget(),
		close: async () => {
			for (const pid of owned) killGroup(pid);
			await kafka?.then(
				(engine) => engine.kill(),
				() => undefined,
			);
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await rm(folder, { recursive: true, force: true });
		},
	};
};
