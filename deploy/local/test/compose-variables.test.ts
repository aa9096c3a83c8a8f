import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig as readApi } from '@vigie/api/config';
import { readConfig as readDetector } from '@vigie/detector/config';
import { GatewayConfig } from '@vigie/gateway/config';
import { IntakeConfig } from '@vigie/intake/config';
import { parseConfig } from '@vigie/kit/config';
import { readConfig as readLoader } from '@vigie/loader/config';
import { readConfig as readPublisher } from '@vigie/publisher/config';
import { readConfig as readReporter } from '@vigie/reporter/config';
import { cleanUp } from '@vigie/test/cleanup';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeCertificates, parties } from '../bootstrap/certificates.mjs';
import { projectRoot } from '../bootstrap/data-folder.mjs';
import { readDeployConfig } from '../src/deploy/config.js';
import { composeServices, encryptedIn, encryptedServices, environmentIn } from './compose-file.js';

type Environment = Record<string, string | undefined>;

const readers = {
	deploy: readDeployConfig,
	loader: readLoader,
	detector: readDetector,
	publisher: readPublisher,
	reporter: readReporter,
	intake: (env: Environment) => parseConfig(IntakeConfig, env),
	api: readApi,
	gateway: (env: Environment) => parseConfig(GatewayConfig, env),
} as const;

/** Said once for all containers, whether or not each of them reads them; and what Node itself reads. */
const common = ['VIGIE_WORLD', 'VIGIE_HOST', 'LOG_LEVEL', 'NODE_OPTIONS'];

/** What is right as it is in the code: limits, the seed of a demonstration, paths in the image. */
const leftToTheCode = [
	'VIGIE_DEMO_SEED',
	'VIGIE_CLOCK_OFFSET_MS',
	'VIGIE_TOPIC_PREFIX',
	'VIGIE_DASHBOARDS',
	// For demonstrations and for tests.
	'VIGIE_WEBHOOK_LOOPBACK',
	'VIGIE_SENDING_WAIT_MS',
	'VIGIE_DEMO_BODIES',
	// How long a session lasts.
	'VIGIE_SESSION_IDLE_MS',
	'VIGIE_SESSION_ABSOLUTE_MS',
	// Changed once in a life, by a written procedure.
	'VIGIE_BASE',
	// The deploy step makes it; run-service.mjs reads it from the key directory.
	'CLICKHOUSE_PASSWORD',
	// The broker of the file asks nobody for a name; a mail server is not one of the file.
	'KAFKA_USER',
	'KAFKA_PASSWORD',
	'VIGIE_SMTP_CA',
];

/** What docker-compose.tls.yml says; without it services and engines speak in clear. */
const encrypting = ['VIGIE_CA', 'KAFKA_SECURITY', 'VIGIE_TLS_CERT', 'VIGIE_TLS_KEY'];

/** variablesKnown gives every variable that a service keeps of its environment, said or by default; it drops the others. */
const variablesKnown = (read: (env: Environment) => object, env: Environment): string[] =>
	Object.keys(read(env));

const cases = Object.entries(readers);

test('every process of the file is looked at here, engines apart', () => {
	const ours = Object.entries(composeServices).filter(([, { image }]) => image === 'vigie');

	expect(ours.map(([name]) => name).sort()).toEqual(Object.keys(readers).sort());
});

test.each(cases)('%s is given no variable that it does not know', (name, read) => {
	const given = Object.keys(environmentIn(name)).filter((variable) => !common.includes(variable));

	// Where people sign in may be left empty, which counts as not said: here it is said.
	const said = Object.entries(environmentIn(name)).map(([key, value]) => [
		key,
		value === '' && key.startsWith('VIGIE_OIDC_') ? 'https://exemple.fr' : value,
	]);
	const known = variablesKnown(read, Object.fromEntries(said));

	expect(given.filter((variable) => !known.includes(variable))).toEqual([]);
});

test.each(cases)('%s is given every variable that a container must be told', (name, read) => {
	const given = environmentIn(name);

	const untold = variablesKnown(read, given).filter(
		(variable) =>
			given[variable] === undefined &&
			!leftToTheCode.includes(variable) &&
			!encrypting.includes(variable) &&
			!variable.endsWith('_LIMIT'),
	);

	expect(untold).toEqual([]);
});

const certificates = await mkdtemp(join(tmpdir(), 'vigie-compose-'));
cleanUp(() => rm(certificates, { recursive: true, force: true }));
await makeCertificates(certificates, parties, () => undefined);

test.each(cases)(
	'%s speaks TLS to all that it asks and to all who ask it, once the file for it is added',
	(name, read) => {
		const added = encryptedIn(name);
		const env = Object.fromEntries(
			Object.entries({ ...environmentIn(name), ...added }).map(([key, value]) => [
				key,
				value.replace(/^\/tls\//, `${certificates}/${name}/`),
			]),
		);
		const links = Object.entries(env).filter(([key]) => /_URL$/.test(key) && key !== 'VIGIE_SMTP_URL');

		const known = variablesKnown(read, env);

		expect(encrypting.filter((variable) => known.includes(variable) && !added[variable])).toEqual([]);
		expect(links.filter(([, address]) => !/^(https|rediss):/.test(address))).toEqual([]);
		if (env.KAFKA_BROKERS) expect(env.KAFKA_SECURITY).toBe('tls');
	},
);

test('each sees its own certificate and no other, and every one of them is made', () => {
	const mounts = Object.entries(encryptedServices).map(([name, { volumes }]) => [
		name,
		volumes.filter((volume) => volume.includes('certificates')),
	]);

	expect(mounts).toEqual(parties.map((name) => [name, [`./certificates/${name}:/tls:ro`]]));
});

test('the engines speak TLS only, at the ports where services look for them', () => {
	const { kafka, redis } = encryptedServices;
	const xml = readFileSync(join(projectRoot, 'deploy/clickhouse/tls.xml'), 'utf8');

	expect(kafka?.environment.KAFKA_LISTENERS).toBe('INSIDE://0.0.0.0:9092,CONTROLLER://localhost:9093');
	expect(kafka?.environment.KAFKA_LISTENER_SECURITY_PROTOCOL_MAP).toBe('INSIDE:SSL,CONTROLLER:PLAINTEXT');
	expect(redis?.command?.join(' ')).toContain('--port 0 --tls-port 6379');
	expect(redis?.command).toEqual(expect.arrayContaining(composeServices.redis?.command ?? []));
	expect(xml).toContain('<https_port>8443</https_port>');
	for (const door of ['http', 'tcp', 'mysql', 'postgresql', 'interserver_http'])
		expect(xml).toContain(`<${door}_port remove="remove"/>`);
});

test('Prometheus asks the same targets with and without TLS', () => {
	const read = (file: string) =>
		parse(readFileSync(join(projectRoot, 'deploy/monitoring/prometheus', file), 'utf8'));
	const clear = read('prometheus.yml');
	const [job] = clear.scrape_configs;

	expect(read('prometheus.tls.yml')).toEqual({
		...clear,
		scrape_configs: [{ ...job, scheme: 'https', tls_config: { ca_file: '/tls/ca.pem' } }],
	});
	expect(encryptedServices.prometheus?.command?.[0]).toBe('--config.file=/etc/prometheus/prometheus.tls.yml');
});
