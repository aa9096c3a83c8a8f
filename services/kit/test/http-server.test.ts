import { Problem } from '@vigie/schemas/problem';
import { Counter } from 'prom-client';
import { expect, it } from 'vitest';
import { useServer } from './silent-server.js';

const open = { config: { action: 'public:read' } } as const;
const json = { 'content-type': 'application/json' } as const;

it('it lives from the first moment, whatever it waits for', async () => {
	const { server } = useServer();

	const answer = await server.inject('/health/live');

	expect([answer.statusCode, answer.json()]).toEqual([200, { live: true }]);
});

it('it is ready when nothing is missing, and says what is', async () => {
	const { server, readiness } = useServer();

	const before = await server.inject('/health/ready');
	readiness.set('kafka', true);
	const after = await server.inject('/health/ready');

	expect([before.statusCode, before.json()]).toEqual([503, { ready: false, missing: ['kafka'], silent: [] }]);
	expect([after.statusCode, after.json()]).toEqual([200, { ready: true, missing: [], silent: [] }]);
});

it('whoever has gone quiet is named beside, and does not make it less ready', async () => {
	const { server, readiness } = useServer();
	readiness.set('kafka', true);
	readiness.mind({ silent: () => ['registry'] });

	const answer = await server.inject('/health/ready');

	expect([answer.statusCode, answer.json()]).toEqual([
		200,
		{ ready: true, missing: [], silent: ['registry'] },
	]);
});

it('its figures say whether it is ready', async () => {
	const { server, readiness } = useServer();

	const before = await server.inject('/metrics');
	readiness.set('kafka', true);
	const after = await server.inject('/metrics');

	expect(before.body).toMatch(/^service_ready(\{.*\})? 0$/m);
	expect(after.body).toMatch(/^service_ready(\{.*\})? 1$/m);
});

it('it shows its metrics in the format that Prometheus reads', async () => {
	const { server, metrics } = useServer();
	new Counter({ name: 'alerts_total', help: 'Alerts', registers: [metrics] }).inc(3);

	const answer = await server.inject('/metrics');

	expect(answer.headers['content-type']).toContain('text/plain');
	expect(answer.body).toContain('alerts_total 3');
});

it.each([
	['malformed JSON', { payload: '{"nom": "Dupont"', headers: json }, 400, 'malformed_json'],
	['an empty body', { payload: '', headers: json }, 400, 'malformed_json'],
	[
		'a __proto__ in the body',
		{ payload: '{"__proto__": {"nom": "Dupont"}}', headers: json },
		400,
		'malformed_json',
	],
	[
		'a constructor with a prototype in the body',
		{ payload: '{"constructor": {"prototype": {"nom": "Dupont"}}}', headers: json },
		400,
		'malformed_json',
	],
	[
		'a body that is too large',
		{ payload: `"${'Dupont'.repeat(200)}"`, headers: json },
		413,
		'body_too_large',
	],
	[
		'another type of body',
		{ payload: 'nom=Dupont', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
		415,
		'unsupported_media_type',
	],
] as const)(
	'%s is answered with a problem document that repeats nothing',
	async (_title, request, status, code) => {
		const { server, lines } = useServer();
		server.post('/echo', open, async ({ body }) => body);

		const answer = await server.inject({ method: 'POST', url: '/echo', ...request });

		expect(answer.statusCode).toBe(status);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(Problem.parse(answer.json())).toMatchObject({ status, code });
		expect(answer.body + lines.join('')).not.toContain('Dupont');
	},
);

it.each(['/Dupont', '/Dupont/%zz', '/%', '/health/live?nom=Dupont%'])(
	'the address %s is answered without being repeated, nor logged',
	async (url) => {
		const { server, lines } = useServer();

		const answer = await server.inject(url);

		expect(answer.body + lines.join('')).not.toContain('Dupont');
		if (answer.statusCode === 200) return;
		expect(answer.statusCode).toBe(404);
		expect(Problem.parse(answer.json()).code).toBe('not_found');
	},
);

it('a parameter that is too long is answered without being repeated', async () => {
	const { server } = useServer();
	server.get('/things/:name', open, async () => 'found');

	const answer = await server.inject(`/things/${'Dupont'.repeat(100)}`);

	expect(Problem.parse(answer.json()).code).toBe('not_found');
	expect(answer.body).not.toContain('Dupont');
});

it('requests are not logged: no address, no query, no body', async () => {
	const { server, lines } = useServer();
	server.post('/echo', open, async ({ body }) => body);

	await server.inject({ method: 'POST', url: '/echo?nom=Dupont', payload: { nom: 'Dupont' } });

	expect(lines).toEqual([]);
});
