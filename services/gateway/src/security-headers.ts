import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** StyleHashes is the file `ui/csp-style-hashes.json`: the style elements that the charting library writes, as `sha256-...`. */
const StyleHashes = z.array(z.string().regex(/^sha256-[A-Za-z0-9+/]{43}=$/));

const isMissing = (err: unknown): boolean => err instanceof Error && 'code' in err && err.code === 'ENOENT';

/** readStyleHashes reads them from the dashboards' folder; none when there is no such file. */
export const readStyleHashes = async (dashboards: string): Promise<readonly string[]> => {
	try {
		const text = await readFile(join(dashboards, 'ui', 'csp-style-hashes.json'), 'utf8');
		return StyleHashes.parse(JSON.parse(text));
	} catch (err) {
		if (isMissing(err)) return [];
		throw err;
	}
};

/** pagePolicy writes the Content-Security-Policy of pages: their own files, nothing inline, nothing from elsewhere. */
export const pagePolicy = (styleHashes: readonly string[]): string =>
	[
		"default-src 'none'",
		"script-src 'self'",
		`style-src ${["'self'", ...styleHashes.map((hash) => `'${hash}'`)].join(' ')}`,
		"img-src 'self'",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"worker-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
		"object-src 'none'",
	].join('; ');

/** dataPolicy is the policy of answers that are no page: opened as one, they can do nothing at all. */
export const dataPolicy = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const unused = [
	'accelerometer',
	'camera',
	'display-capture',
	'geolocation',
	'gyroscope',
	'microphone',
	'payment',
	'usb',
];
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** securityHeaders are sent with every answer. Strict-Transport-Security only where people come by https: a loopback has none. */
export const securityHeaders = (publicUrl: string): Readonly<Record<string, string>> => ({
	'x-content-type-options': 'nosniff',
	'x-frame-options': 'DENY',
	'referrer-policy': 'no-referrer',
	'permissions-policy': unused.map((feature) => `${feature}=()`).join(', '),
	'cross-origin-opener-policy': 'same-origin',
	'cross-origin-resource-policy': 'same-origin',
	'x-permitted-cross-domain-policies': 'none',
	...(new URL(publicUrl).protocol === 'https:'
		? { 'strict-transport-security': `max-age=${YEAR_SECONDS}; includeSubDomains` }
		: {}),
});
