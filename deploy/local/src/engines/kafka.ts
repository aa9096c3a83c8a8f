import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Kafka, logLevel } from 'kafkajs';
import { startChild } from '../processes/child.js';
import { waitUntil } from '../processes/wait-until.js';
import type { Engine } from './engine.js';
import { ensureKafkaJars } from './kafka-jars.js';
import { type KafkaPorts, renderKafkaProperties } from './kafka-properties.js';

const run = promisify(execFile);
const jvm = [
	'-Xmx256m',
	'-XX:+UseSerialGC',
	'-XX:TieredStopAtLevel=1',
	'-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
];

/** newClusterId makes 16 random bytes as Kafka writes them; a leading dash would be taken for an option. */
const newClusterId = (): string => {
	const id = randomBytes(16).toString('base64url');
	return id.startsWith('-') ? newClusterId() : id;
};

const format = async (classPath: string, properties: string, logDir: string): Promise<void> => {
	const formatted = await access(join(logDir, 'meta.properties')).then(
		() => true,
		() => false,
	);
	if (formatted) return;
	await run('java', [
		...jvm,
		'-cp',
		classPath,
		'kafka.tools.StorageTool',
		'format',
		'-t',
		newClusterId(),
		'-c',
		properties,
	]);
};

const answers = async (address: string): Promise<boolean> => {
	const kafka = new Kafka({
		brokers: [address],
		logLevel: logLevel.NOTHING,
		connectionTimeout: 500,
		retry: { retries: 0 },
	});
	const admin = kafka.admin();
	try {
		await admin.connect();
		const { brokers, controller } = await admin.describeCluster();
		return brokers.length > 0 && controller !== null;
	} finally {
		await admin.disconnect();
	}
};

/** startKafka starts the Apache broker on a data folder (formatted the first time) and resolves when it answers. */
export const startKafka = async (ports: KafkaPorts, dataDir: string, logFile: string): Promise<Engine> => {
	const classPath = join(await ensureKafkaJars(), '*');
	const logDir = join(dataDir, 'log');
	const properties = join(dataDir, 'server.properties');
	await mkdir(logDir, { recursive: true });
	await writeFile(properties, renderKafkaProperties(ports, logDir));
	await format(classPath, properties, logDir);
	const child = await startChild({
		name: 'Kafka',
		command: 'java',
		args: [...jvm, '-cp', classPath, 'kafka.Kafka', properties],
		logFile,
	});
	const address = `127.0.0.1:${ports.port}`;
	try {
		await waitUntil(child, () => answers(address));
	} catch (err) {
		await child.kill();
		throw err;
	}
	return { ...child, address };
};
