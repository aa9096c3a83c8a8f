import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureCommand, openssl } from './commands.mjs';
import { run } from './run.mjs';

/** parties are all that show or judge a certificate in docker-compose.tls.yml, by the name under which they are asked. */
export const parties = [
	...['kafka', 'clickhouse', 'redis'],
	...['deploy', 'loader', 'detector', 'publisher', 'reporter', 'intake', 'api', 'gateway', 'prometheus'],
];

const AUTHORITY_DAYS = 3_650;
/** What browsers and most libraries bear. */
const PARTY_DAYS = 397;
const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

const makeAuthority = async (command, folder) => {
	const [key, cert, config] = ['ca.key', 'ca.pem', 'ca.cnf'].map((name) => join(folder, name));
	if (existsSync(key) && existsSync(cert)) return;
	// Another authority would be one that nobody who knows this one trusts.
	for (const [there, away] of [
		[cert, key],
		[key, cert],
	])
		if (existsSync(there))
			throw new Error(
				`${there} is there without ${away}: bring that one back to renew certificates, or take both away to make another authority`,
			);
	await writeFile(
		config,
		'[req]\ndistinguished_name=dn\nx509_extensions=ca\n[dn]\n[ca]\nbasicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\n',
	);
	const about = ['-config', config, '-subj', '/CN=Vigie inside', '-days', String(AUTHORITY_DAYS)];
	await run(command, ['req', '-x509', ...newKey, ...about, '-keyout', key, '-out', cert]);
	await chmod(key, 0o600);
	await chmod(cert, 0o644);
	await rm(config);
};

/** certify gives one party its folder: what it trusts, what it shows, and its key (with the certificate too, as Kafka wants them). */
const certify = async (command, folder, name, alsoAt) => {
	const at = (file) => join(folder, name, file);
	await mkdir(join(folder, name), { recursive: true });
	const subject = `subjectAltName=${[`DNS:${name}`, ...alsoAt].join()}\nbasicConstraints=CA:FALSE\n`;
	await writeFile(at('extensions'), subject);
	await writeFile(at('config'), '[req]\ndistinguished_name=dn\n[dn]\n');
	const about = ['-config', at('config'), '-subj', `/CN=${name}`];
	await run(command, ['req', ...newKey, ...about, '-keyout', at('key.pem'), '-out', at('request')]);
	const authority = ['-CA', join(folder, 'ca.pem'), '-CAkey', join(folder, 'ca.key'), '-CAcreateserial'];
	const terms = ['-days', String(PARTY_DAYS), '-extfile', at('extensions'), '-out', at('cert.pem')];
	await run(command, ['x509', '-req', '-in', at('request'), ...authority, ...terms]);
	const [key, cert, ca] = await Promise.all(
		[at('key.pem'), at('cert.pem'), join(folder, 'ca.pem')].map((file) => readFile(file, 'utf8')),
	);
	await writeFile(at('both.pem'), key + cert);
	await writeFile(at('ca.pem'), ca);
	// Read by whatever user a container has, whatever the umask here: the folder around them lets nobody else of this machine in.
	await chmod(join(folder, name), 0o755);
	for (const file of ['key.pem', 'cert.pem', 'both.pem', 'ca.pem']) await chmod(at(file), 0o644);
	for (const file of ['extensions', 'config', 'request']) await rm(at(file));
};

/**
 * makeCertificates makes an authority in a folder (or uses the one that is there) and gives each party a certificate of it, in a folder of
 * its own: called again, it renews them. They are asked by their name, and on this machine unless `alsoAt` says otherwise. `ca.key` signs whatever it is given: keep it away from the machines that serve.
 */
export const makeCertificates = async (
	folder,
	names,
	progress,
	alsoAt = ['DNS:localhost', 'IP:127.0.0.1'],
) => {
	const command = await ensureCommand(openssl, progress);
	await mkdir(folder, { recursive: true, mode: 0o700 });
	await chmod(folder, 0o700);
	await makeAuthority(command, folder);
	for (const name of names) await certify(command, folder, name, alsoAt);
};
