import { ReleaseTable, SeriesTable } from '@vigie/schemas/http';
import type { z } from 'zod';
import { type Answer, fetchJson } from './fetch-json.js';

const MOST_KEPT = 60;
const kept = new Map<string, Promise<Answer<unknown>>>();

/** readOnce shares an answer between the figures that need it; what is published under an address never changes, so it may be kept. */
const readOnce = <Schema extends z.ZodType>(
	address: string,
	schema: Schema,
): Promise<Answer<z.infer<Schema>>> => {
	const known = kept.get(address);
	// Only this function fills the map, always with the answer of the schema that belongs to the address.
	if (known) return known as Promise<Answer<z.infer<Schema>>>;
	const [oldest] = kept.keys();
	if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest);
	const answer = fetchJson(address, schema, { cache: 'default' });
	kept.set(address, answer);
	void answer.then(({ ok }) => ok || kept.delete(address));
	return answer;
};

/** readTable reads one node of one release. */
export const readTable = (address: string): Promise<Answer<ReleaseTable>> => readOnce(address, ReleaseTable);

/** readSeries reads one node over several releases. */
export const readSeries = (address: string): Promise<Answer<SeriesTable>> => readOnce(address, SeriesTable);
