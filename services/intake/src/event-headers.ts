interface Named {
	readonly id: string;
	readonly kind: string;
	readonly version: string;
}

/**
 * headersOf gives a message's Kafka headers, named as CloudEvents 1.0 names its attributes; none tells who sent it. What would
 * be the same on every message (specversion, source, content type) is said once, in the AsyncAPI document.
 */
export const headersOf = ({ id, kind, version }: Named): Record<string, string> => ({
	ce_id: id,
	ce_type: kind,
	ce_dataschema: `${kind}/${version}`,
});
