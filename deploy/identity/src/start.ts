import { createServer } from 'node:http';
import type { Running } from '@vigie/kit/lifecycle';
import { sessionPaths } from '@vigie/schemas/accounts/session';
import type { Config } from './config.js';
import { listenerOf } from './interaction.js';
import { makeKeys } from './keys.js';
import { createProvider } from './provider.js';

/** start opens the demonstration's identity provider on loopback, and nowhere else. */
export const start = async (config: Config): Promise<Running> => {
	const provider = createProvider({
		issuer: `http://127.0.0.1:${config.VIGIE_OIDC_PORT}`,
		clientId: config.VIGIE_OIDC_CLIENT_ID,
		callback: new URL(sessionPaths.callback, config.VIGIE_PUBLIC_URL).href,
		afterLogout: new URL('/', config.VIGIE_PUBLIC_URL).href,
		...makeKeys(),
	});
	const server = createServer(listenerOf(provider));
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(config.VIGIE_OIDC_PORT, '127.0.0.1', resolve);
	});
	const close = () =>
		new Promise<void>((resolve) => {
			server.close(() => resolve());
			server.closeAllConnections();
		});
	return { closings: [{ name: 'http', close }] };
};
