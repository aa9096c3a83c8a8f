import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Kafka, logLevel } from 'kafkajs';
import { run } from '../../bootstrap/run.mjs';
import { startChild } from '../processes/child.js';
import { waitUntil } from '../processes/wait-until.js';
import type { Engine } from './engine.js';
import type { KafkaProgram } from './kafka-jars.js';
import { type KafkaPorts, renderKafkaProperties } from './kafka-properties.js';

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

/** format prepares an empty data folder under another name, put in place by one rename: half a format never looks whole. */
const format = async (java: string, classPath: string, ports: KafkaPorts, logDir: string): Promise<void> => {
	if (existsSync(join(logDir, 'meta.properties'))) return;
	const draft = `${logDir}.new`;
	const properties = `${draft}.properties`;
	await rm(draft, { recursive: true, force: true });
	await mkdir(draft, { recursive: true });
	await writeFile(properties, renderKafkaProperties(ports, draft));
	const tool = ['kafka.tools.StorageTool', 'format', '-t', newClusterId(), '-c', properties];
	await run(java, [...jvm, '-cp', classPath, ...tool]);
	await rename(draft, logDir);
	await rm(properties);
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
export const startKafka = async (
	ports: KafkaPorts,
	dataDir: string,
	logFile: string,
	program: KafkaProgram,
): Promise<Engine> => {
	const classPath = join(program.jars, '*');
	const logDir = join(dataDir, 'log');
	const properties = join(dataDir, 'server.properties');
	await format(program.java, classPath, ports, logDir);
	await writeFile(properties, renderKafkaProperties(ports, logDir));
	const child = await startChild({
		name: 'Kafka',
		command: program.java,
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
