import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { startKafka } from '@vigie/local/engines/kafka';
import { findKafka } from '@vigie/local/engines/kafka-jars';
import { findRedis, startRedis } from '@vigie/local/engines/redis';
import { freePort } from '@vigie/local/ports';
import { makeCertificates } from '../../deploy/local/bootstrap/certificates.mjs';
import { cleanUp } from './cleanup.js';
import { ownedByRun, useClickHouse } from './engines.js';

const quiet = (): void => undefined;

/**
 * useAuthority makes an authority of a test's own, and certificates of it for parties that are asked on loopback; those for `elsewhere` bear
 * their own name alone, under which nobody asks them.
 */
export const useAuthority = async (
	parties: readonly string[],
	elsewhere: readonly string[] = [],
): Promise<{
	readonly folder: string;
	/** The file of the authority's own certificate. */
	readonly ca: string;
	/** files gives the certificate of a party and its key. */
	files(party: string): { readonly cert: string; readonly key: string };
}> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-authority-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	await makeCertificates(folder, parties, quiet);
	await makeCertificates(folder, elsewhere, quiet, []);
	return {
		folder,
		ca: join(folder, 'ca.pem'),
		files: (party) => ({ cert: join(folder, party, 'cert.pem'), key: join(folder, party, 'key.pem') }),
	};
};

/** useTlsEnd ends TLS on a free port and passes on what it holds, in clear, to a port of this machine: as what stands before an engine does. */
export const useTlsEnd = async (certificates: string, targetPort: number): Promise<number> => {
	const [cert, key] = await Promise.all(
		['cert.pem', 'key.pem'].map((file) => readFile(join(certificates, file), 'utf8')),
	);
	const server = createServer({ cert, key }, (near) => {
		const far = connect({ port: targetPort, host: '127.0.0.1' });
		near.pipe(far).pipe(near);
		// Either end may break: the other one goes with it.
		near.on('error', () => far.destroy()).once('close', () => far.destroy());
		far.on('error', () => near.destroy()).once('close', () => near.destroy());
	});
	const port = await freePort();
	await new Promise<void>((resolve) => server.listen({ port, host: '127.0.0.1' }, resolve));
	cleanUp(async () => server.close());
	return port;
};

/**
 * useEncryptedEngines starts a Kafka broker and a Redis that speak TLS by themselves, and a ClickHouse behind a port where TLS ends: our front
 * of the embedded engine speaks HTTP only. Kafka's other port asks `users` for their passwords.
 */
export const useEncryptedEngines = async (folder: string, users: Readonly<Record<string, string>>) => {
	const at = (party: string): string => join(folder, party);
	const data = await mkdtemp(join(tmpdir(), 'vigie-encrypted-'));
	const encrypted = {
		port: await freePort(),
		namedPort: await freePort(),
		keyStore: join(at('kafka'), 'both.pem'),
		users,
	};
	const ports = { port: await freePort(), controllerPort: await freePort(), encrypted };
	const logOf = (name: string): string => join(data, `${name}.log`);
	const kafka = await startKafka(ports, join(data, 'kafka'), logOf('kafka'), await findKafka(quiet));
	await ownedByRun(kafka.pid);
	const redis = await startRedis(
		await findRedis(quiet),
		await freePort(),
		join(data, 'redis'),
		logOf('redis'),
		at('redis'),
	);
	await ownedByRun(redis.pid);
	cleanUp(async () => {
		await Promise.all([kafka.kill(), redis.kill()]);
		await rm(data, { recursive: true, force: true });
	});
	const clickhouse = await useClickHouse();
	const clickhousePort = await useTlsEnd(at('clickhouse'), Number(new URL(clickhouse.url).port));
	return {
		brokers: `127.0.0.1:${encrypted.port}`,
		/** The same broker's port in clear. */
		clearPort: ports.port,
		namedBrokers: `127.0.0.1:${encrypted.namedPort}`,
		redisUrl: redis.address,
		clickhouseUrl: `https://127.0.0.1:${clickhousePort}`,
		clickhouse,
	};
};
