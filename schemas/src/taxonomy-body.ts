import { z } from 'zod';

/** TaxonomyBody is the answer of `GET /v1/taxonomy`: what taxonomyDocument gives. A list may add fields of its own to its entries. */
export const TaxonomyBody = z.strictObject({
	version: z.string(),
	lists: z.record(
		z.string(),
		z.array(
			z.looseObject({
				code: z.string(),
				fr: z.string(),
				en: z.string(),
				since: z.string(),
				retired: z.string().optional(),
			}),
		),
	),
	/** For each platform, the rights that can be at stake there, or ALL. */
	benefitsServed: z.record(z.string(), z.union([z.literal('ALL'), z.array(z.string())])),
	/** Pairs that cannot meet in one event: each code of the left with each of the right. */
	impossiblePairs: z.array(
		z.tuple([z.record(z.string(), z.array(z.string())), z.record(z.string(), z.array(z.string()))]),
	),
});
