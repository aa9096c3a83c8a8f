import { readConfig as readApi } from '@vigie/api/config';
import { readConfig as readDetector } from '@vigie/detector/config';
import { GatewayConfig } from '@vigie/gateway/config';
import { IntakeConfig } from '@vigie/intake/config';
import { parseConfig } from '@vigie/kit/config';
import { readConfig as readLoader } from '@vigie/loader/config';
import { readConfig as readPublisher } from '@vigie/publisher/config';
import { readConfig as readReporter } from '@vigie/reporter/config';
import { expect, test } from 'vitest';
import { readDeployConfig } from '../src/deploy/config.js';
import { composeServices, environmentIn } from './compose-file.js';

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
];

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
			given[variable] === undefined && !leftToTheCode.includes(variable) && !variable.endsWith('_LIMIT'),
	);

	expect(untold).toEqual([]);
});
