import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Engine } from '@vigie/local/engines/engine';
import { startKafka } from '@vigie/local/engines/kafka';
import { findKafka } from '@vigie/local/engines/kafka-jars';
import { freePort } from '@vigie/local/ports';

/** KafkaLink is a port that the broker listens on, and the one that it tells who comes that way: what stands between them is a network. */
interface KafkaLink {
	readonly listen: number;
	readonly advertised: number;
}

/** EngineDesk serves the tests of one run: one Kafka broker for all, started when the first of them asks. */
export interface EngineDesk {
	readonly url: string;
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

/**
 * openEngineDesk listens on loopback: `GET /kafka` answers the broker's address, `GET /kafka-link` where it can be reached through a
 * network of a test's own, `POST /owned/<pid>` makes sure that a process which a test file started is gone at the end, even when
 * that file crashed.
 */
export const openEngineDesk = async (): Promise<EngineDesk> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-kafka-'));
	const owned = new Set<number>();
	const link = { listen: await freePort(), advertised: await freePort() };
	let kafka: Promise<Engine> | null = null;
	const broker = (): Promise<Engine> => {
		kafka ??= startBroker(folder, link);
		return kafka;
	};
	const server = createServer(async (request, response) => {
		const pid = Number(/^\/owned\/(\d+)$/.exec(request.url ?? '')?.[1]);
		if (pid > 1) {
			owned.add(pid);
			response.end();
			return;
		}
		try {
			const { address } = await broker();
			response.end(request.url === '/kafka-link' ? JSON.stringify(link) : address);
		} catch (err) {
			response.writeHead(500).end(err instanceof Error ? err.message : 'Kafka did not start');
		}
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1' }, resolve));
	return {
		url: `http://127.0.0.1:${port}`,
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
