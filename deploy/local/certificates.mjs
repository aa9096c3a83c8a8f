// npm run certificates -- DIR: an authority of one's own and a certificate for each part of docker-compose.tls.yml. Again: they are renewed.
import { resolve } from 'node:path';
import { makeCertificates, parties } from './bootstrap/certificates.mjs';

const [folder = 'certificates'] = process.argv.slice(2);
try {
	await makeCertificates(resolve(folder), parties, (text) => process.stderr.write(`${text}\n`));
	process.stdout.write(`${parties.length} certificates in ${resolve(folder)}; keep ca.key elsewhere\n`);
} catch (err) {
	process.stderr.write(`${err instanceof Error ? err.message : 'unknown error'}\n`);
	process.exitCode = 1;
}
