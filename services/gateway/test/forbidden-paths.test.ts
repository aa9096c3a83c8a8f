import { expect, test } from 'vitest';
import { rawRequest } from './raw-request.js';
import { useGateway, useUpstream } from './use-gateway.js';

const asked: string[] = [];
const watch = (server: Parameters<NonNullable<Parameters<typeof useUpstream>[1]>>[0]): void => {
	server.addHook('onRequest', async ({ url }) => void asked.push(url));
};
const url = await useGateway({
	VIGIE_INTAKE_URL: await useUpstream('intake', watch),
	VIGIE_API_URL: await useUpstream('api', watch),
});

test.each([
	'/admin/structures',
	'/health/live',
	'/health/ready',
	'/metrics',
	'/v1/../admin/structures',
	'/v1/events/../../admin/structures',
	'/v1/%2e%2e/admin/structures',
	'/v1/%2E%2E%2Fadmin',
	'/v1/..%2fadmin',
	'/v1/.%2e/admin',
	'/v1/..\\admin',
	'/v1/..;/admin',
	'/v1//admin',
	'/v1/.',
	'//admin',
	'/v1/events/%00',
	'/v1/http://127.0.0.1/admin',
	'/../ui/secret.txt',
	'/alerte/../../ui/secret.txt',
	'/assets/%2e%2e/%2e%2e/%2e%2e/ui/secret.txt',
	'/..%2f..%2fui%2fsecret.txt',
	'/assets/../../../../../../../../etc/passwd',
	'/%zz',
])('%s is nothing, whichever method, and reaches no service', async (path) => {
	for (const method of ['GET', 'POST']) {
		const answer = await rawRequest(url, path, { method });

		expect(answer.status, method).toBe(404);
		expect(answer.headers['content-type']).toContain('application/problem+json');
		expect(answer.body.toString()).not.toMatch(/secret|root:/);
	}
	expect(asked).toEqual([]);
});
