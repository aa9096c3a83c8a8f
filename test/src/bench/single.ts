import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import type { OwnStack } from '../own-stack.js';
import { alertBody } from './bodies.js';
import { type Figure, median, round } from './measure.js';

const ROUNDS = 3;
const SECONDS = 5;
/** V8 goes on compiling what a request passes through for some ten seconds. */
const WARM_UP_SECONDS = 12;
const CONNECTIONS = 200;

const load = async (url: string, token: string, seconds = SECONDS): Promise<number> => {
	const result = await autocannon({
		url,
		method: 'POST',
		connections: CONNECTIONS,
		duration: seconds,
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
		requests: [{ setupRequest: (request) => ({ ...request, body: alertBody() }) }],
	});
	if (result.non2xx > 0) throw new Error(`${result.non2xx} answers were not 2xx`);
	return result['2xx'] / result.duration;
};

/** benchSingle compares intake's single events with a bare Fastify echo, in turn, by requests a second. */
export const benchSingle = async (stack: OwnStack): Promise<Figure> => {
	const token = await stack.enrolDevice();
	const echo = spawn(process.execPath, [fileURLToPath(new URL('./echo-server.js', import.meta.url))]);
	const [address] = await once(echo.stdout, 'data');
	const echoUrl = `${String(address).trim()}/echo`;
	const eventsUrl = `${stack.intakeUrl}/v1/events`;
	await load(echoUrl, token, WARM_UP_SECONDS);
	await load(eventsUrl, token, WARM_UP_SECONDS);
	const echoes: number[] = [];
	const events: number[] = [];
	for (let turn = 0; turn < ROUNDS; turn += 1) {
		echoes.push(await load(echoUrl, token));
		events.push(await load(eventsUrl, token));
	}
	echo.kill();
	return {
		name: 'single event / bare echo',
		value: round(median(events) / median(echoes)),
		must: 0.35,
		aim: 0.5,
		atLeast: true,
		detail: `${Math.round(median(events))} against ${Math.round(median(echoes))} requests/s`,
	};
};
