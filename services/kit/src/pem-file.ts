import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';

const readers = {
	certificate: (pem: string) => new X509Certificate(pem),
	'private key': (pem: string) => createPrivateKey(pem),
} as const;

/**
 * pemFile describes a variable that names a PEM file: the configuration holds what is in it, '' where the variable is not set. A problem
 * tells neither the path nor the content.
 */
export const pemFile = (holds: keyof typeof readers) =>
	z
		.string()
		.default('')
		.transform((path, context) => {
			if (path === '') return '';
			try {
				const pem = readFileSync(path, 'utf8');
				readers[holds](pem);
				return pem;
			} catch {
				context.addIssue({ code: 'custom', message: `must name a readable PEM file with a ${holds}` });
				return z.NEVER;
			}
		});
