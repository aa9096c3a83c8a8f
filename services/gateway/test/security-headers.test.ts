import { expect, test } from 'vitest';
import { useDashboards, useGateway, useUpstream } from './use-gateway.js';

const hash = `sha256-${'A'.repeat(43)}=`;
const url = await useGateway({ VIGIE_API_URL: await useUpstream('api') });

const directives = (response: Response): Record<string, string> =>
	Object.fromEntries(
		(response.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
			const [name = '', ...sources] = directive.split(' ');
			return [name, sources.join(' ')];
		}),
	);

test.each(['/', '/alerte/', '/tendances/', '/nowhere'])(
	'%s may load its own files and nothing else',
	async (path) => {
		const policy = directives(await fetch(`${url}${path}`, { headers: { accept: 'text/html' } }));

		expect(policy['default-src']).toBe("'none'");
		expect(policy['script-src']).toBe("'self'");
		expect(policy['style-src']).toBe("'self'");
		expect(policy['connect-src']).toBe("'self'");
		expect(policy['frame-ancestors']).toBe("'none'");
		expect(policy['base-uri']).toBe("'none'");
		expect(JSON.stringify(policy)).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
	},
);

test('the style elements that the charts write are allowed by their hash alone', async () => {
	const dashboards = await useDashboards({ 'ui/csp-style-hashes.json': JSON.stringify([hash]) });
	const charted = await useGateway({ VIGIE_DASHBOARDS: dashboards });

	expect(directives(await fetch(`${charted}/tendances/`))['style-src']).toBe(`'self' '${hash}'`);
});

test('a file of hashes that holds anything else stops the start', async () => {
	const dashboards = await useDashboards({ 'ui/csp-style-hashes.json': '["unsafe-inline"]' });

	await expect(useGateway({ VIGIE_DASHBOARDS: dashboards })).rejects.toThrow();
});

test.each(['/', '/assets/index-Ab12.js', '/v1/world', '/nowhere', '/v1/../x'])(
	'%s bears the headers of every answer',
	async (path) => {
		const { headers } = await fetch(`${url}${path}`);

		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.get('referrer-policy')).toBe('no-referrer');
		expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
		expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
		expect(headers.get('permissions-policy')).toContain('geolocation=()');
		expect(headers.get('x-powered-by')).toBeNull();
		expect(headers.get('access-control-allow-origin')).toBeNull();
	},
);

test('an answer of the API, opened as a page, can do nothing', async () => {
	expect(directives(await fetch(`${url}/v1/world`))).toMatchObject({ 'default-src': "'none'" });
});

test('https is asked for where people come by https, and not on a loopback', async () => {
	expect((await fetch(url)).headers.get('strict-transport-security')).toBeNull();
	const open = await useGateway({ VIGIE_PUBLIC_URL: 'https://vigie.example' });
	expect((await fetch(open)).headers.get('strict-transport-security')).toContain('max-age=31536000');
});
