import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceRoles } from '@vigie/clickhouse/roles';
import { expect, test } from 'vitest';
import { projectRoot } from '../bootstrap/data-folder.mjs';
import { readDeployConfig } from '../src/deploy/config.js';
import { holders } from '../src/deploy/hand-out-keys.js';
import { renderKafkaProperties } from '../src/engines/kafka-properties.js';
import { services } from '../src/services.js';
import { readStackConfig } from '../src/stack-config.js';
import { composed, composeServices, environmentIn } from './compose-file.js';

const defaults = readStackConfig({}, { world: 'demo', history: false });

test('the same engines and services are there, and the deploy step before them', () => {
	const names = [...services.map(({ name }) => name), 'deploy', 'kafka', 'clickhouse', 'redis'];
	const always = Object.entries(composeServices).filter(([, { profiles }]) => profiles.length === 0);

	expect(always.map(([name]) => name).sort()).toEqual(names.sort());
});

test.each(services)('$name listens where it does here, and is healthy when it says so itself', (service) => {
	const { environment, healthcheck, command } = composed(service.name);
	const healthVariable = service.healthVariable ?? service.portVariable;

	expect(environment[service.portVariable]).toBe(String(defaults[service.portVariable]));
	expect(healthcheck?.test).toEqual([
		'CMD',
		'node',
		'deploy/images/check-health.mjs',
		String(defaults[healthVariable]),
	]);
	expect(command).toEqual([`services/${service.name}/dist/server.js`]);
	expect(environment.NODE_OPTIONS).toBe(service.nodeArguments?.join(' '));
});

test.each(services)(
	'$name starts after the deploy step, with its own user of the store and no other',
	(service) => {
		const { environment, depends_on } = composed(service.name);

		expect(environment.CLICKHOUSE_USER).toBe(service.role);
		if (service.role) expect(serviceRoles).toContain(service.role);
		const after = service.name === 'gateway' ? composed('api').depends_on : depends_on;
		expect(after.deploy?.condition).toBe('service_completed_successfully');
	},
);

test('the deploy step can be run with what it is given, as an administrator, on enough brokers', () => {
	const config = readDeployConfig(environmentIn('deploy'));

	expect(config.VIGIE_CLICKHOUSE_GRANTS).toBe('apply');
	expect(serviceRoles).not.toContain(config.CLICKHOUSE_USER);
	expect(config.VIGIE_KAFKA_REPLICATION).toBe(1);
	expect(Object.values(composed('deploy').depends_on)).toEqual(
		Array(3).fill({ condition: 'service_healthy' }),
	);
});

test('only the gateway is reachable from outside', () => {
	const published = Object.entries(composeServices).filter(([, { ports }]) => ports.length > 0);

	expect(published.map(([name, { ports }]) => [name, ports])).toEqual([
		['gateway', [`\${VIGIE_PORT:-${defaults.VIGIE_PORT}}:${defaults.VIGIE_PORT}`]],
		// For this machine only.
		['grafana', [`127.0.0.1:\${VIGIE_GRAFANA_PORT:-3000}:3000`]],
	]);
});

test('the broker is set as the local one, and makes no topic by itself: the list makes them', () => {
	const { environment, image } = composed('kafka');
	const local = renderKafkaProperties({ port: 9092, controllerPort: 9093 }, '/var/lib/kafka/data');
	const pom = readFileSync(join(projectRoot, 'deploy/local/kafka/pom.xml'), 'utf8');
	const settings = Object.fromEntries(
		local
			.split('\n')
			.map((line) => [`KAFKA_${line.split('=')[0]?.replaceAll('.', '_').toUpperCase()}`, line.split('=')[1]]),
	);

	for (const [name, value] of Object.entries(environment)) {
		// Addresses differ: containers reach each other by name.
		if (name === 'CLUSTER_ID' || /LISTENERS$|VOTERS$/.test(name)) continue;
		expect([name, value]).toEqual([name, settings[name]]);
	}
	expect(environment.KAFKA_AUTO_CREATE_TOPICS_ENABLE).toBe('false');
	expect(pom).toContain(`<version>${image.split(':')[1]}</version>`);
});

test('Redis forgets nothing, and each engine says when it is healthy', () => {
	expect(composed('redis').command).toEqual(
		expect.arrayContaining(['--appendonly', 'yes', '--maxmemory-policy', 'noeviction']),
	);
	expect(composed('redis').command).toEqual(expect.arrayContaining(['--lazyfree-lazy-expire', 'yes']));
	for (const engine of ['kafka', 'clickhouse', 'redis']) expect(composed(engine).healthcheck).toBeDefined();
});

test('monitoring is there when it is asked for, with files of this repository, which it cannot change', () => {
	const optional = Object.entries(composeServices).filter(([, { profiles }]) => profiles.length > 0);

	expect(optional.map(([name, { profiles }]) => [name, profiles])).toEqual([
		['prometheus', ['monitoring']],
		['grafana', ['monitoring']],
	]);
	const mounted = optional.flatMap(([, { volumes }]) => volumes.filter((volume) => volume.startsWith('./')));
	expect(mounted).toHaveLength(3);
	for (const volume of mounted) {
		const [source = '', , mode] = volume.split(':');
		expect(mode).toBe('ro');
		expect(existsSync(join(projectRoot, source)), source).toBe(true);
	}
	const [config] = composed('prometheus').command ?? [];
	expect(config).toBe('--config.file=/etc/prometheus/prometheus.yml');
});

test('each service sees the keys that it works with, and no other; only the publisher writes, the weeks’ and the quarters’', () => {
	const keysOf = (name: string) => composed(name).volumes.filter((volume) => volume.startsWith('keys'));

	expect(keysOf('loader')).toEqual(['keys-loader:/keys:ro']);
	expect(keysOf('publisher')).toEqual([
		'keys-publisher:/keys:ro',
		'keys-weeks:/keys/weeks',
		'keys-quarters:/keys/quarters',
	]);
	expect(keysOf('detector')).toEqual(['keys-detector:/keys:ro']);
	expect(keysOf('intake')).toEqual(['keys-intake:/keys:ro', 'keys-weeks:/keys/weeks:ro']);
	expect(keysOf('api')).toEqual(['keys-api:/keys:ro']);
	expect(keysOf('reporter')).toEqual(['keys-reporter:/keys:ro']);
	expect(keysOf('gateway')).toEqual([]);
	for (const engine of ['kafka', 'clickhouse', 'redis']) expect(keysOf(engine)).toEqual([]);
});

test('the deploy step gives each of them its own', () => {
	const given = composed('deploy').volumes.filter((volume) => volume.includes(':/keys-of/'));

	expect(environmentIn('deploy').VIGIE_KEYS_OF).toBe('/keys-of');
	expect(given).toEqual(Object.keys(holders).map((name) => `keys-${name}:/keys-of/${name}`));
});

test('the image runs as an ordinary user, and every command in the file is built from a source that exists', () => {
	const dockerfile = readFileSync(join(projectRoot, 'deploy/images/Dockerfile'), 'utf8');
	const commands = Object.values(composeServices)
		.flatMap(({ command }) => command ?? [])
		.filter((word) => word.endsWith('.js'));

	expect(dockerfile.match(/^FROM /gm)).toHaveLength(2);
	expect(dockerfile).toMatch(/^USER node$/m);
	expect(commands).toHaveLength(services.length + 1);
	for (const command of commands) {
		const source = command.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
		expect(() => readFileSync(join(projectRoot, source))).not.toThrow();
	}
});

test('what is kept out of the repository, secrets above all, is kept out of the images too', () => {
	const linesOf = (file: string) =>
		readFileSync(join(projectRoot, file), 'utf8')
			.split('\n')
			.filter((line) => line !== '' && !line.startsWith('#'));
	const kept = linesOf('.gitignore').map((line) => line.replace(/\/$/, ''));
	const images = linesOf('.dockerignore');

	// A name without a leading slash is hidden by Git in every folder; by Docker at the top only.
	const missing = kept.filter(
		(name) => !images.includes(name.startsWith('/') ? name.slice(1) : `**/${name}`),
	);

	expect(kept).toEqual(expect.arrayContaining(['/certificates', '/.env', '.vigie']));
	expect(missing).toEqual([]);
});
