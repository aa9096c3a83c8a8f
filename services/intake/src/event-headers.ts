const bytes = (text: string): Buffer => Buffer.from(text, 'utf8');
const constant = {
	ce_specversion: bytes('1.0'),
	ce_source: bytes('vigie/intake'),
	'content-type': bytes('application/json'),
} as const;

interface Named {
	readonly id: string;
	readonly kind: string;
	readonly version: string;
}

/** headersOf gives a message's Kafka headers: the attributes of CloudEvents 1.0, none of which tells who sent it. */
export const headersOf = ({ id, kind, version }: Named): Record<string, Buffer | string> => ({
	...constant,
	ce_id: id,
	ce_type: kind,
	ce_dataschema: `${kind}/${version}`,
});
