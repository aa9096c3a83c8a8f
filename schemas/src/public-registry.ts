import { z } from 'zod';
import { Code } from './events/envelope.js';

/** PublicRegistry is what everyone may know of the registry (`GET /v1/registry`): the bodies, and the platforms that each answers for. */
export const PublicRegistry = z.strictObject({
	taxonomy: z.string(),
	bodies: z.array(z.strictObject({ code: Code, fr: z.string(), en: z.string(), platforms: z.array(Code) })),
});
export type PublicRegistry = z.infer<typeof PublicRegistry>;
