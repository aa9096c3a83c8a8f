import { mkdir, readdir, readFile, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCommand, findCommand, java, maven } from '../../bootstrap/commands.mjs';
import { projectRoot } from '../../bootstrap/data-folder.mjs';
import { run } from '../../bootstrap/run.mjs';
import type { Progress } from '../../bootstrap/steps.mjs';

const pom = join(projectRoot, 'deploy/local/kafka/pom.xml');

/** KafkaProgram is a broker that can be run: its jars and the virtual machine for them. */
export interface KafkaProgram {
	readonly java: string;
	/** Folder of the jars. */
	readonly jars: string;
}

const versionWanted = async (): Promise<string> => {
	const text = await readFile(pom, 'utf8');
	const found = /<artifactId>kafka_[\d.]+<\/artifactId>\s*<version>([\d.]+)<\/version>/.exec(text);
	if (!found?.[1]) throw new Error('deploy/local/kafka/pom.xml names no version of Kafka');
	return found[1];
};

const listed = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** fetchJars brings the jars from Maven Central (43 MB), put in place by one rename: half a download never looks whole. */
const fetchJars = async (progress: Progress): Promise<string> => {
	const version = await versionWanted();
	const folder = join(projectRoot, '.vigie/engines', `kafka-${version}`);
	if ((await listed(folder)).length > 0) return folder;
	const mvn = await ensureCommand(maven, progress);
	const partial = `${folder}.partial-${process.pid}`;
	await mkdir(partial, { recursive: true });
	progress(`Apache Kafka ${version} from Maven Central, 43 MB`);
	try {
		const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${partial}`, '-DincludeScope=runtime'];
		await run(mvn, ['-B', '-q', '-f', pom, ...goal]);
		await rename(partial, folder).catch(async (err: unknown) => {
			// Somebody else was faster: theirs is as good.
			if ((await listed(folder)).length === 0) throw err;
		});
	} finally {
		await rm(partial, { recursive: true, force: true });
	}
	return folder;
};

/** installedJars finds a Kafka 4 on this machine (KAFKA_HOME, or its start script on the PATH), or null. */
const installedJars = async (): Promise<string | null> => {
	const script = findCommand(['kafka-server-start.sh', 'kafka-server-start']);
	const home = process.env.KAFKA_HOME ?? (script === null ? null : join(await realpath(script), '../..'));
	if (home === null) return null;
	const jars = join(home, 'libs');
	return (await listed(jars)).some((name) => /^kafka-clients-4\./.test(name)) ? jars : null;
};

/** findKafka gives the broker to run: one that is on this machine, else the one that the pom names, fetched once. */
export const findKafka = async (progress: Progress): Promise<KafkaProgram> => ({
	java: await ensureCommand(java, progress),
	jars: (await installedJars()) ?? (await fetchJars(progress)),
});
