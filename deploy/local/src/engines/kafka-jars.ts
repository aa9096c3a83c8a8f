import { execFile } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from '../project.js';

const run = promisify(execFile);
const pom = join(projectRoot, 'deploy/local/kafka/pom.xml');

/** kafkaVersion is the broker's version: it is written once, in the pom. */
export const kafkaVersion = async (): Promise<string> => {
	const found = /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([\d.]+)<\/version>/.exec(
		await readFile(pom, 'utf8'),
	);
	if (!found?.[1]) throw new Error('deploy/local/kafka/pom.xml names no version of Kafka');
	return found[1];
};

/**
 * ensureKafkaJars gives the folder of the broker's jars, fetched once from Maven Central (43 MB). They are put in place by
 * one rename: an interrupted download leaves nothing that looks complete.
 */
export const ensureKafkaJars = async (): Promise<string> => {
	const folder = join(projectRoot, '.vigie/engines', `kafka-${await kafkaVersion()}`);
	const known = await readdir(folder).catch(() => []);
	if (known.length > 0) return folder;
	const partial = `${folder}.partial-${process.pid}`;
	await mkdir(partial, { recursive: true });
	try {
		await run('mvn', [
			'-B',
			'-q',
			'-f',
			pom,
			'dependency:copy-dependencies',
			`-DoutputDirectory=${partial}`,
			'-DincludeScope=runtime',
		]);
		await rename(partial, folder).catch(async (err: unknown) => {
			// Somebody else was faster: theirs is as good.
			if ((await readdir(folder).catch(() => [])).length === 0) throw err;
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	return folder;
};
