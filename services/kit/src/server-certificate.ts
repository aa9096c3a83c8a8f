import { ConfigError } from './config.js';

/** ServerCertificate is what a service shows to those who ask it over TLS. */
export interface ServerCertificate {
	readonly cert: string;
	readonly key: string;
}

/** certificateOf gives what a service shows; null where it answers in clear. One of the two alone is a mistake, never a service in clear. */
export const certificateOf = (config: {
	readonly VIGIE_TLS_CERT: string;
	readonly VIGIE_TLS_KEY: string;
}): ServerCertificate | null => {
	const { VIGIE_TLS_CERT: cert, VIGIE_TLS_KEY: key } = config;
	if (cert === '' && key === '') return null;
	if (cert === '' || key === '')
		throw new ConfigError(
			'the environment is not usable:\n  VIGIE_TLS_CERT and VIGIE_TLS_KEY: only together',
		);
	return { cert, key };
};
