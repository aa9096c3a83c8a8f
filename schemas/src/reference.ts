import { z } from 'zod';

const Label = { fr: z.string(), en: z.string() } as const;

/** TaxonomyBody is the answer of `GET /v1/taxonomy`: what taxonomyDocument gives. A list may add fields of its own to its entries. */
export const TaxonomyBody = z.strictObject({
	version: z.string(),
	lists: z.record(
		z.string(),
		z.array(z.looseObject({ code: z.string(), ...Label, since: z.string(), retired: z.string().optional() })),
	),
	/** For each platform, the rights that can be at stake there, or ALL. */
	benefitsServed: z.record(z.string(), z.union([z.literal('ALL'), z.array(z.string())])),
	/** Pairs that cannot meet in one event: each code of the left with each of the right. */
	impossiblePairs: z.array(
		z.tuple([z.record(z.string(), z.array(z.string())), z.record(z.string(), z.array(z.string()))]),
	),
});

/** PublicRegistry is the answer of `GET /v1/registry`: the bodies, and which of them answers for each platform; no structure. */
export const PublicRegistry = z.strictObject({
	taxonomy: z.string(),
	bodies: z.array(
		z.strictObject({
			code: z.string(),
			...Label,
			scope: z.enum(['national', 'local']),
			national: z.string(),
		}),
	),
	platforms: z.array(z.strictObject({ code: z.string(), ...Label, owner: z.string() })),
});
export type PublicRegistry = z.infer<typeof PublicRegistry>;
