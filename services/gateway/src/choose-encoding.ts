import type { Encoding } from './static-files.js';

/** weights reads an `Accept-Encoding` header: each coding with its q, 1 when it has none. */
const weightsOf = (header: string): ReadonlyMap<string, number> =>
	new Map(
		header
			.toLowerCase()
			.split(',')
			.map((part) => {
				const [coding = '', ...parameters] = part.split(';').map((text) => text.trim());
				const q = parameters.find((parameter) => parameter.startsWith('q='));
				return [coding, q === undefined ? 1 : Number(q.slice(2)) || 0];
			}),
	);

/** chooseEncoding takes the densest encoding that the caller accepts (RFC 9110, 12.5.3). */
export const chooseEncoding = (header: string | undefined): Encoding => {
	const weights = weightsOf(header ?? '');
	const accepts = (coding: Encoding): boolean => (weights.get(coding) ?? weights.get('*') ?? 0) > 0;
	if (accepts('br')) return 'br';
	return accepts('gzip') ? 'gzip' : 'identity';
};
