import { FrontError } from './errors.js';

/** Parts are what a multipart body holds: the query and its parameters. */
export interface Parts {
	readonly query: string;
	readonly parameters: ReadonlyMap<string, string>;
}

/** readMultipart reads the form in which the client sends parameters too long for an address. */
export async function readMultipart(body: Buffer, contentType: string): Promise<Parts> {
	const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
		.formData()
		.catch(() => {
			throw new FrontError('BAD_ARGUMENTS', 'The multipart body could not be read.');
		});
	const parameters = new Map<string, string>();
	let query = '';
	for (const [name, value] of form) {
		if (typeof value !== 'string')
			throw new FrontError('NOT_IMPLEMENTED', 'External tables are not supported.');
		if (name === 'query') query = value;
		else if (name.startsWith('param_')) parameters.set(name.slice('param_'.length), value);
		else throw new FrontError('NOT_IMPLEMENTED', 'External tables are not supported.');
	}
	return { query, parameters };
}
