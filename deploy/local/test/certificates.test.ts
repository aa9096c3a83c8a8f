import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { makeCertificates, parties } from '../bootstrap/certificates.mjs';
import { projectRoot } from '../bootstrap/data-folder.mjs';

const useFolder = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), 'vigie-certificates-'));
	cleanUp(() => rm(folder, { recursive: true, force: true }));
	return folder;
};
const make = (folder: string) => makeCertificates(folder, ['kafka'], () => undefined);
const modeOf = async (path: string): Promise<string> => ((await stat(path)).mode & 0o777).toString(8);

test('certificates are renewed by the authority that is there', async () => {
	const folder = await useFolder();
	const read = (name: string) => readFile(join(folder, name), 'utf8');
	await make(folder);
	const [authority, certificate] = [await read('ca.pem'), await read('kafka/cert.pem')];

	await make(folder);

	expect(await read('ca.pem')).toBe(authority);
	expect(await read('kafka/cert.pem')).not.toBe(certificate);
});

test.each([
	['ca.key', 'ca.pem'],
	['ca.pem', 'ca.key'],
])('no other authority is made while %s is away and %s is there', async (away, there) => {
	const folder = await useFolder();
	await make(folder);
	const before = await readFile(join(folder, there), 'utf8');
	await rename(join(folder, away), join(folder, 'elsewhere'));

	await expect(make(folder)).rejects.toThrow(`${there} is there without ${join(folder, away)}`);

	expect(await readFile(join(folder, there), 'utf8')).toBe(before);
	expect(await readdir(folder)).not.toContain(away);
	await rename(join(folder, 'elsewhere'), join(folder, away));
	await make(folder);
});

test('a container of any user reads its certificate, and nobody else the key of the authority, under the strictest umask', async () => {
	const folder = await useFolder();
	const command = 'umask 077 && exec "$0" deploy/local/certificates.mjs "$1"';

	await promisify(execFile)('sh', ['-c', command, process.execPath, folder], { cwd: projectRoot });

	expect(await modeOf(folder)).toBe('700');
	expect(await modeOf(join(folder, 'ca.key'))).toBe('600');
	for (const party of parties) {
		expect(await modeOf(join(folder, party))).toBe('755');
		const files = await readdir(join(folder, party));
		expect(files.sort()).toEqual(['both.pem', 'ca.pem', 'cert.pem', 'key.pem']);
		for (const file of files) expect(await modeOf(join(folder, party, file))).toBe('644');
	}
});
